package broken.enginedoor.adapter.web;

import broken.enginedoor.world.kernel.engine.Heart;

record Page(Heart heart) {}
