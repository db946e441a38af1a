package broken.appbackdoor.app;

import broken.appbackdoor.economy.application.PayWages;

record Wiring(PayWages wages) {}
