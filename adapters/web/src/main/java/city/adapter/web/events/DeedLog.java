package city.adapter.web.events;

import city.adapter.web.input.Page;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What one resident did, newest first: events of its own, and in large cities its deeds out of the packs in which
/// those of a district and tick are told.
@Singleton
public final class DeedLog {
    private static final String ACTED = "agents.acted.v1";
    private static final String PACKED = "agents.district-actions.v1";

    private final Log log;
    private final LookBack past;

    DeedLog(Log log, LookBack past) {
        this.log = log;
        this.past = past;
    }

    /// A page may exceed the limit by the few things that a resident does in one tick.
    public EventPage newestOf(UUID resident, Page page) {
        var own = new Filter(Optional.empty(), Optional.of(ACTED), Optional.of(resident), true);
        var packs = new Filter(Optional.empty(), Optional.of(PACKED), Optional.empty(), true);
        return past.newest(List.of(own, packs), page, event -> deeds(resident, event));
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
