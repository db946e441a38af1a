package city.adapter.web.events;

import city.adapter.web.problem.Refused;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Reads pages of the log.
@Singleton
public final class Log {
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
        var batch = above(sequence, filter, limit);
        long scannedTo = Math.max(sequence, batch.scannedTo());
        boolean more = scannedTo < feed.lastSequence();
        var items = batch.events().stream().map(this::show).toList();
        return new EventPage(items, more ? String.valueOf(scannedTo) : null, scannedTo);
    }

    /// @throws Refused when the log no longer has all of that
    EventFeed.Batch above(long sequence, Filter filter, int limit) {
        try {
            return Portion.read(kernel.events(), sequence, filter, limit);
        } catch (BelowHorizon removed) {
            throw Refused.belowHorizon(removed);
        }
    }

    /// As the log is shown everywhere.
    public EventView show(LoggedEvent event) {
        return EventView.of(event, kernel.generation(), event.subject(), data(event));
    }

    /// A part of an event that holds more.
    EventView show(LoggedEvent event, UUID subject, Map<String, Object> part) {
        return EventView.of(event, kernel.generation(), subject, part);
    }

    Map<String, Object> data(LoggedEvent event) {
        try {
            return Objects.requireNonNullElse(mapper.readValue(event.data(), DATA), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("event %d holds no JSON".formatted(event.sequence()), e);
        }
    }
}
