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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Reads the log from its newest event back, as far as a city surely has it at hand.
@Singleton
public final class LookBack {
    /// What memory holds of the log; older events are asked for with `GET /events`.
    private static final int FARTHEST = 1 << 16;

    private static final int WINDOW = 4096;

    private final Kernel kernel;
    private final Log log;

    LookBack(Kernel kernel, Log log) {
        this.kernel = kernel;
        this.log = log;
    }

    /// Events of a type about a subject, newest first.
    public EventPage newestOf(UUID subject, String type, Page page) {
        var filter = new Filter(Optional.empty(), Optional.of(type), Optional.of(subject), true);
        return newest(List.of(filter), page, event -> List.of(log.show(event)));
    }

    /// What passes any of the filters, newest first. The cursor is the sequence below which the next page begins. What
    /// one event holds stays on one page, which may so exceed the limit.
    ///
    /// @param shown of one event, newest first; none to leave it out
    EventPage newest(List<Filter> filters, Page page, Function<LoggedEvent, List<EventView>> shown) {
        long newest = kernel.events().lastSequence();
        long floor = Math.max(0, newest - FARTHEST);
        long below = Math.min(page.from(newest + 1), newest + 1);
        var found = new ArrayList<EventView>();
        while (below > floor + 1) {
            long after = Math.max(floor, below - 1 - WINDOW);
            try {
                for (var event : window(filters, after, below)) {
                    var views = shown.apply(event);
                    if (!views.isEmpty() && found.size() >= page.limit()) {
                        return new EventPage(
                                found, String.valueOf(found.getLast().seq()), newest);
                    }
                    found.addAll(views);
                }
                below = after + 1;
            } catch (BelowHorizon removed) {
                floor = removed.horizon();
            }
        }
        return new EventPage(found, null, newest);
    }

    private List<LoggedEvent> window(List<Filter> filters, long after, long below) {
        var events = new ArrayList<LoggedEvent>();
        filters.forEach(it -> events.addAll(read(after, below, it)));
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
}
