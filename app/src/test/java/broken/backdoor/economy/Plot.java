package broken.backdoor.economy;

import broken.backdoor.world.domain.Ground;

record Plot(Ground ground) {}
