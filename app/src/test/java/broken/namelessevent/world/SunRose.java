package broken.namelessevent.world;

import broken.namelessevent.world.kernel.Event;

public record SunRose() implements Event {}
