package city.adapter.qdrant;

/// The server has a collection of that name, but no memories of ours can be put there or read from it. Somebody has to
/// decide what becomes of it.
final class UnfitCollection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitCollection(String message) {
        super(message);
    }
}
