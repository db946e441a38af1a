package city.app.wiring;

import city.world.kernel.EventType.Audience;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.EventLog;
import city.world.spi.Head;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the whole event log and says where its sequence has a hole or a topic's chain is broken.
final class EventLogAudit {
    private final EventLog log;
    private final long last;
    private final Map<String, Long> previous = new HashMap<>();

    EventLogAudit(EventLog log, Head head) {
        this.log = log;
        this.last = head.nextSequence() - 1;
    }

    /// At most one, the first.
    List<String> breaches() {
        long sequence = 0;
        while (sequence < last) {
            var events = log.read(sequence, last, EventFeed.Filter.ALL, EventFeed.MAX_BATCH);
            if (events.isEmpty()) {
                return List.of("event log: it ends at sequence %d, the head knows %d".formatted(sequence, last));
            }
            for (var event : events) {
                if (event.sequence() != ++sequence) {
                    return List.of("event log: sequence %d is missing".formatted(sequence));
                }
                if (event.previousSequence() != expectedPrevious(event)) {
                    return List.of("event log: event %d names %d as the one before it under %s"
                            .formatted(sequence, event.previousSequence(), event.topic()));
                }
            }
        }
        return List.of();
    }

    private long expectedPrevious(LoggedEvent event) {
        if (event.audience() != Audience.PUBLIC) {
            return 0;
        }
        var before = previous.put(event.topic(), event.sequence());
        return before == null ? 0 : before;
    }
}
