package broken.namelessevent.world.kernel;

public @interface EventType {}
