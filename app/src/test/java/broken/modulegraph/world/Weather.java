package broken.modulegraph.world;

import broken.modulegraph.economy.Price;

record Weather(Price ofAnUmbrella) {}
