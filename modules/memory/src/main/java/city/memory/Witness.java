package city.memory;

import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Optional;

/// Knows what events mean to residents; memory itself knows neither trades nor ties. One thread asks, in the order of
/// the log. After a failure it is asked about the same events again, and answers the same.
public interface Witness {
    /// @param snapshot of at least the last event
    Testimony testify(List<Told> events, Snapshot snapshot);

    /// An event of the log, read.
    record Told(LoggedEvent logged, Event fact) {}

    /// @param asleep in the order of falling asleep
    record Testimony(List<Experience> experiences, List<FellAsleep> asleep) {
        public Testimony {
            experiences = List.copyOf(experiences);
            asleep = List.copyOf(asleep);
        }
    }

    /// Somebody fell asleep in a tick.
    record FellAsleep(ResidentId resident, long tick) {}

    /// What one resident remembers of one event.
    ///
    /// @param sequence of the event
    /// @param ordinal  tells apart what is remembered of one event, 0 to 4095
    /// @param text     in the first person; what is longer than a memory's is cut
    /// @param once     names what is remembered only once, whatever event tells of it; empty for what is new each
    /// time
    record Experience(
            ResidentId resident,
            long sequence,
            int ordinal,
            long tick,
            Memory.Kind kind,
            String text,
            Stakes stakes,
            Optional<String> once) {}
}
