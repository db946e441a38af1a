package broken.showyadapter.app;

import broken.showyadapter.adapter.mqtt.Mast;

record Wiring(Mast mast) {}
