package city.world;

import city.world.kernel.state.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The almanac as readers see it, from a snapshot. Safe from any thread.
public interface AlmanacReads {
    /// What goes on, the oldest first.
    List<HappeningState> running(Snapshot snapshot);

    /// The holiday of the snapshot's day, when it is one.
    Optional<String> holiday(Snapshot snapshot);

    record HappeningState(UUID id, Happening.Kind kind, String name, UUID place, Instant since, Instant until) {}
}
