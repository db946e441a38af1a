package broken.hiddenevent.world.kernel;

public interface Event {}
