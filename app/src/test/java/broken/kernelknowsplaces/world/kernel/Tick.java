package broken.kernelknowsplaces.world.kernel;

import broken.kernelknowsplaces.world.Street;

record Tick(Street where) {}
