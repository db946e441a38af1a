package city.world.kernel.access;

import city.world.kernel.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The event log as followers read it: what is new from memory, what is older from the record. Thread-safe; may
/// block, so never for the city thread.
public interface EventFeed {
    /// Events that one read gives at most.
    int MAX_BATCH = 1000;

    /// The events after the given sequence that pass, in order, at most `limit` and {@link #MAX_BATCH}. `scannedTo`
    /// of the answer is where to go on, also when events in between did not pass.
    ///
    /// @throws BelowHorizon when some that would pass were removed from the log
    Batch read(long afterSequence, Filter filter, int limit);

    /// Waits until the log has an event after the given sequence, or the time is over.
    ///
    /// @return whether there is one
    boolean await(long afterSequence, Duration atMost) throws InterruptedException;

    long lastSequence();

    /// The sequence above which the log holds all that the filter's topic, type and class let pass; 0 when nothing of
    /// it was ever removed.
    long horizon(Filter filter);

    /// What a reader wants; an empty field wants all.
    record Filter(Optional<String> topic, Optional<String> type, Optional<UUID> subject, boolean telemetry) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), true);

        /// All that is kept for ever.
        public static final Filter LASTING = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false);

        public boolean accepts(LoggedEvent event) {
            return topic.filter(it -> !it.equals(event.topic())).isEmpty()
                    && type.filter(it -> !it.equals(event.type())).isEmpty()
                    && subject.filter(it -> !it.equals(event.subject())).isEmpty()
                    && (telemetry || event.audience() != EventType.Audience.TELEMETRY);
        }
    }

    record Batch(List<LoggedEvent> events, long scannedTo) {}
}
