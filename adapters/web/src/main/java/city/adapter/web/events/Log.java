package city.adapter.web.events;

import city.adapter.web.input.Page;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Reads pages of the log.
@Singleton
public final class Log {
    /// As far as a look back from the newest event goes: what a city surely has at hand in memory.
    private static final int MAX_LOOK_BACK = 1 << 16;

    private static final int WINDOW = 4096;
    private static final Argument<Map<String, Object>> DATA = Argument.mapOf(String.class, Object.class);

    private final Kernel kernel;
    private final JsonMapper mapper;

    Log(Kernel kernel, JsonMapper mapper) {
        this.kernel = kernel;
        this.mapper = mapper;
    }

    /// The events after a sequence, oldest first.
    EventPage after(long sequence, Filter filter, int limit) {
        var feed = kernel.events();
        var batch = feed.read(sequence, filter, limit);
        long scannedTo = Math.max(sequence, batch.scannedTo());
        boolean more = scannedTo < feed.lastSequence();
        var items = batch.events().stream().map(this::show).toList();
        return new EventPage(items, more ? String.valueOf(scannedTo) : null, scannedTo);
    }

    /// The newest events of a subject, newest first; the cursor is the sequence below which the next page begins.
    public EventPage newestOf(UUID subject, String type, Page page) {
        var filter = new Filter(Optional.empty(), Optional.of(type), Optional.of(subject), true);
        long newest = kernel.events().lastSequence();
        long horizon = Math.max(0, newest - MAX_LOOK_BACK);
        long below = Math.min(page.from(newest + 1), newest + 1);
        var found = new ArrayList<EventView>();
        while (below > horizon + 1) {
            long after = Math.max(horizon, below - 1 - WINDOW);
            for (var event : window(after, below, filter).reversed()) {
                if (found.size() == page.limit()) {
                    return new EventPage(found, String.valueOf(found.getLast().seq()), newest);
                }
                found.add(show(event));
            }
            below = after + 1;
        }
        return new EventPage(found, null, newest);
    }

    /// As the log is shown everywhere.
    public EventView show(LoggedEvent event) {
        return EventView.of(event, kernel.generation(), data(event));
    }

    private List<LoggedEvent> window(long after, long below, Filter filter) {
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

    private Map<String, Object> data(LoggedEvent event) {
        try {
            return Objects.requireNonNullElse(mapper.readValue(event.data(), DATA), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("event %d holds no JSON".formatted(event.sequence()), e);
        }
    }
}
