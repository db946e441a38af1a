package city.adapter.redis.projection;

/// The store is away, too slow, or refuses what it is told.
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public StoreFailed(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        /// It cannot be reached or does not answer in time.
        AWAY,
        /// It answers, and will not do it; other changes of the same write may have been made.
        REFUSED
    }
}
