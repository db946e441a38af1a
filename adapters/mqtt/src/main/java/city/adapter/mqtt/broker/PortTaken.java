package city.adapter.mqtt.broker;

/// Somebody else listens on the port that the broker was told to use.
final class PortTaken extends BrokerNotStarted {
    private final int port;

    PortTaken(String host, int port) {
        super("MQTT port " + port + " on " + host
                + " is taken. Maybe another city runs; choose another port, or 0 for a free one");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
