package broken.impuredeepdomain.economy.domain.tax;

import broken.impuredeepdomain.economy.spi.Rates;

record Levy(Rates rates) {}
