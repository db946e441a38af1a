package city.world.kernel.access;

/// Why a command got no answer. Nothing of it was applied, unless the kind says otherwise.
public final class SubmissionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public SubmissionFailed(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        /// The queue is full; ask again later.
        BUSY,
        /// The city is stopping, stopped or halted.
        CLOSED,
        /// A rule broke on this command or beside it, and the group was discarded; a repeat may work.
        DISCARDED,
        /// This very command broke a rule before; it is not tried again under its key.
        QUARANTINED,
        /// The key was used with another command.
        KEY_REUSED
    }
}
