package city.memory;

import city.memory.Memory.Kind;
import city.world.ResidentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What residents remember, as readers ask it. Safe from any thread but the city's, for it blocks.
///
/// Memories follow the log: what just happened is remembered a moment later. Whoever needs what a sequence tells
/// waits for it by {@link #await}.
public interface Memories {
    /// What comes to mind, the best first. Each that is given counts as recalled at the query's tick.
    ///
    /// @param kind only memories of this kind; empty for all
    /// @throws NotReady while the index is not there or does not answer, or the words cannot be made a vector
    List<Recollection> recall(RecallQuery query, Optional<Kind> kind);

    /// What a resident has in mind still, its short-term memory: at most four of what it remembers of the last 16 hours
    /// of city time and since it fell asleep, newest first, without counting as recalled. Does not block. There is
    /// nothing until something is recalled for the resident. Of a sleep before that it knows nothing, nor of one
    /// before memory had to begin again after a failure.
    List<Memory> recent(ResidentId resident, long tick);

    /// Memories newest first, without counting as recalled.
    List<Memory> list(Listing listing);

    /// How many a resident has.
    int count(ResidentId resident);

    /// Waits until everything up to an event is remembered, or the time is over.
    ///
    /// @return whether it is
    boolean await(long sequence, Duration atMost) throws InterruptedException;

    /// A page of a resident's memories.
    ///
    /// @param before where the page before ended; empty for the first page
    record Listing(ResidentId resident, Optional<Kind> kind, Optional<Position> before, int limit) {
        public static final int MAX_LIMIT = 1000;

        public Listing {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("limit must be 1 to %d: %d".formatted(MAX_LIMIT, limit));
            }
        }
    }

    /// The place of a memory among the newest: by the tick of its making, then by its id, both descending; ids as the
    /// numbers without sign that they are.
    record Position(long madeAt, MemoryId memory) {}

    /// Nothing can be recalled now: the index is being built from the record, it or the embedder does not answer,
    /// or the record is away. Asking again later is right.
    final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public NotReady(String message) {
            this(message, Duration.ZERO);
        }

        /// @param retryAfter how long to wait before; zero when nobody said
        public NotReady(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
