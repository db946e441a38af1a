package broken.namelessevent.world.kernel;

public interface Event {}
