package broken.showyadapter.adapter.mqtt;

public final class Antenna {}
