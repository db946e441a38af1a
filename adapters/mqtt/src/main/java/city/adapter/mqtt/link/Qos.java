package city.adapter.mqtt.link;

/// How hard the broker is asked to try. Exactly-once is left out: a message carries a stable id by which a
/// duplicate is known.
public enum Qos {
    AT_MOST_ONCE(0),
    AT_LEAST_ONCE(1);

    private final int level;

    Qos(int level) {
        this.level = level;
    }

    public int level() {
        return level;
    }
}
