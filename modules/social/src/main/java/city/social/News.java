package city.social;

/// Something that a resident has heard of. What the kind and the thing stand for is the tellers' business.
///
/// @param kind        a code of the tellers'
/// @param about       whom or what it is about, such as a slot
/// @param happenedAt  tick
/// @param source      slot of whom it was heard from; the resident's own for what it knows itself
/// @param credibility per mille: how far it is believed
/// @param hops        how often it was passed on before
public record News(int kind, int about, long happenedAt, int source, int credibility, int hops) {
    /// What was passed on so often is stale.
    public static final int MOST_HOPS = 3;

    /// So many items a resident keeps in mind, the newest.
    public static final int MOST_KEPT = 6;

    public News {
        if (kind < 0 || kind > Byte.MAX_VALUE || hops < 0 || hops > MOST_HOPS) {
            throw new IllegalArgumentException(
                    "kind must be 0 to %d and hops 0 to %d: %d, %d".formatted(Byte.MAX_VALUE, MOST_HOPS, kind, hops));
        }
    }

    public boolean isSameAs(News other) {
        return kind == other.kind && about == other.about && happenedAt == other.happenedAt;
    }

    public boolean isTold() {
        return hops < MOST_HOPS;
    }
}
