package broken.impuredomain.economy.domain;

import broken.impuredomain.economy.spi.Rates;

record Tax(Rates rates) {}
