package city.adapter.mqtt.broker;

/// The broker could not start. The message is one line that a person can act upon.
public sealed class BrokerNotStarted extends RuntimeException permits PortTaken {
    BrokerNotStarted(String message, Throwable cause) {
        super(message, cause);
    }

    BrokerNotStarted(String message) {
        super(message);
    }
}
