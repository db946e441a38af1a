package broken.looseevent.world;

import broken.looseevent.world.kernel.Event;
import broken.looseevent.world.kernel.EventType;

@EventType
public final class SunRose implements Event {}
