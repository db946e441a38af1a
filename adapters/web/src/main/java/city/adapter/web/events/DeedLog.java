package city.adapter.web.events;

import city.adapter.web.input.Page;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What one resident did, newest first: events of its own, and in large cities its deeds out of the packs in which
/// those of a district and tick are told.
@Singleton
public final class DeedLog {
    /// As far as a look back from the newest event goes: what a city surely has at hand in memory.
    private static final int MAX_LOOK_BACK = 1 << 16;

    private static final int WINDOW = 4096;
    private static final String ACTED = "agents.acted.v1";
    private static final String PACKED = "agents.district-actions.v1";

    private final Kernel kernel;
    private final Log log;

    DeedLog(Kernel kernel, Log log) {
        this.kernel = kernel;
        this.log = log;
    }

    /// The cursor is the sequence below which the next page begins. What one event holds stays on one page, which may
    /// so
    /// exceed the limit by the few things that a resident does in one tick.
    public EventPage newestOf(UUID resident, Page page) {
        long newest = kernel.events().lastSequence();
        long floor = Math.max(0, newest - MAX_LOOK_BACK);
        long below = Math.min(page.from(newest + 1), newest + 1);
        var found = new ArrayList<EventView>();
        while (below > floor + 1) {
            long after = Math.max(floor, below - 1 - WINDOW);
            try {
                for (var event : window(resident, after, below)) {
                    var deeds = deeds(resident, event);
                    if (!deeds.isEmpty() && found.size() >= page.limit()) {
                        return new EventPage(
                                found, String.valueOf(found.getLast().seq()), newest);
                    }
                    found.addAll(deeds);
                }
                below = after + 1;
            } catch (BelowHorizon removed) {
                floor = removed.horizon();
            }
        }
        return new EventPage(found, null, newest);
    }

    private List<LoggedEvent> window(UUID resident, long after, long below) {
        var own = new Filter(Optional.empty(), Optional.of(ACTED), Optional.of(resident), true);
        var packs = new Filter(Optional.empty(), Optional.of(PACKED), Optional.empty(), true);
        var events = new ArrayList<>(read(after, below, own));
        events.addAll(read(after, below, packs));
        events.sort(Comparator.comparingLong(LoggedEvent::sequence).reversed());
        return events;
    }

    private List<LoggedEvent> read(long after, long below, Filter filter) {
        var events = new ArrayList<LoggedEvent>();
        long position = after;
        while (position < below - 1) {
            var batch = kernel.events().read(position, filter, EventFeed.MAX_BATCH);
            batch.events().stream().filter(it -> it.sequence() < below).forEach(events::add);
            if (batch.scannedTo() <= position) {
                break;
            }
            position = batch.scannedTo();
        }
        return events;
    }

    /// A pack of thousands is parsed only when the resident's id stands in its text.
    private List<EventView> deeds(UUID resident, LoggedEvent event) {
        if (event.type().equals(ACTED)) {
            return List.of(log.show(event));
        }
        var id = resident.toString();
        if (!event.data().contains(id) || !(log.data(event).get("deeds") instanceof List<?> deeds)) {
            return List.of();
        }
        return deeds.stream()
                .map(DeedLog::values)
                .filter(it -> Objects.equals(it.get("resident"), id))
                .map(it -> log.show(event, resident, it))
                .toList()
                .reversed();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Object deed) {
        return (Map<String, Object>) deed;
    }
}
