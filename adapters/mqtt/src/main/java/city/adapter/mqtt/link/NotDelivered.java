package city.adapter.mqtt.link;

/// The broker did not acknowledge the message, which may have arrived nevertheless when the reason is
/// [Reason#CONNECTION_LOST].
public final class NotDelivered extends RuntimeException {
    public enum Reason {
        NOT_CONNECTED,
        BACKLOG_FULL,
        CONNECTION_LOST,
        REFUSED
    }

    private final Reason reason;

    public NotDelivered(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
