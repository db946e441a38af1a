package broken.friendlyadapters.adapter.mqtt;

import broken.friendlyadapters.adapter.web.Screen;

record Mirror(Screen screen) {}
