package city.social;

/// How something is said. The record keeps the ordinal: append only.
public enum Tone {
    PLAIN(0),
    WARM(1),
    CROSS(-2);

    private final int warmth;

    Tone(int warmth) {
        this.warmth = warmth;
    }

    /// What it adds to the warmth of a conversation: a harsh word weighs as much as two kind ones.
    public int warmth() {
        return warmth;
    }
}
