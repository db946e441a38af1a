package city.app.look;

import city.world.kernel.EventType.Audience;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.EventLog;
import city.world.spi.Head;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the whole event log and says where a topic's chain is broken, or where its sequence has a hole above the
/// horizon. Below it only what is kept for ever is there, and only its chains can be followed.
public final class EventLogAudit {
    private final EventLog log;
    private final long last;
    private final long horizon;
    private final Map<String, Long> previous = new HashMap<>();
    private long sequence;

    public EventLogAudit(EventLog log, Head head) {
        this.log = log;
        this.last = head.nextSequence() - 1;
        this.horizon = Math.min(last, log.horizon(Filter.ALL));
    }

    /// At most one, the first.
    public List<String> breaches() {
        return belowHorizon().or(this::aboveHorizon).stream().toList();
    }

    private Optional<String> belowHorizon() {
        while (sequence < horizon) {
            var events = log.read(sequence, horizon, Filter.LASTING, EventFeed.MAX_BATCH);
            for (var event : events) {
                sequence = event.sequence();
                if (event.previousSequence() != expectedPrevious(event)) {
                    return Optional.of(broken(event));
                }
            }
            if (events.isEmpty()) {
                sequence = horizon;
            }
        }
        return Optional.empty();
    }

    private Optional<String> aboveHorizon() {
        while (sequence < last) {
            var events = log.read(sequence, last, Filter.ALL, EventFeed.MAX_BATCH);
            if (events.isEmpty()) {
                return Optional.of("event log: it ends at sequence %d, the head knows %d".formatted(sequence, last));
            }
            for (var event : events) {
                if (event.sequence() != ++sequence) {
                    return Optional.of("event log: sequence %d is missing".formatted(sequence));
                }
                if (event.previousSequence() != expectedPrevious(event)) {
                    return Optional.of(broken(event));
                }
            }
        }
        return Optional.empty();
    }

    private long expectedPrevious(LoggedEvent event) {
        if (event.audience() != Audience.PUBLIC) {
            return 0;
        }
        var before = previous.put(event.topic(), event.sequence());
        return before == null ? 0 : before;
    }

    private static String broken(LoggedEvent event) {
        return "event log: event %d names %d as the one before it under %s"
                .formatted(event.sequence(), event.previousSequence(), event.topic());
    }
}
