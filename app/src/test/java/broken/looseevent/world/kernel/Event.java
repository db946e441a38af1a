package broken.looseevent.world.kernel;

public interface Event {}
