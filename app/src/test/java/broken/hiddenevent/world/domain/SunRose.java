package broken.hiddenevent.world.domain;

import broken.hiddenevent.world.kernel.Event;
import broken.hiddenevent.world.kernel.EventType;

@EventType
public record SunRose() implements Event {}
