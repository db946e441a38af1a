package city.world.kernel.machine;

import city.world.kernel.Event;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Changes;
import city.world.spi.JournalEntry;
import java.util.List;

/// All that happened since the last group was taken.
public record Group(List<JournalEntry> journal, List<LoggedEvent> events, List<Event> facts, List<Changes> changes) {
    public boolean isEmpty() {
        return journal.isEmpty() && events.isEmpty() && changes.isEmpty();
    }

    public int rows() {
        return changes.stream().mapToInt(Changes::size).sum();
    }
}
