package city.world.kernel.history;

import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.CityRecord;
import city.world.spi.EventLog;
import java.util.ArrayList;
import java.util.List;

/// The events of the log that the bus has still to deliver: those of the last phase and of the commands since.
public final class Undelivered {
    private Undelivered() {}

    /// @param delivered the last sequence that was delivered
    /// @param last      the last sequence there is
    /// @throws Hole when the log lacks one of them
    public static List<LoggedEvent> read(CityRecord record, long delivered, long last) {
        var events = new ArrayList<LoggedEvent>();
        record.readEvents(delivered, last, events::add);
        requireWhole(events, delivered, last);
        return events;
    }

    /// The same, for who would rather fail than wait for a record that is away.
    ///
    /// @throws Hole when the log lacks one of them
    public static List<LoggedEvent> read(EventLog log, long delivered, long last) {
        var events = new ArrayList<LoggedEvent>();
        long after = delivered;
        while (after < last) {
            var batch = log.read(after, last, EventFeed.Filter.ALL, EventFeed.MAX_BATCH);
            if (batch.isEmpty()) {
                break;
            }
            events.addAll(batch);
            after = batch.getLast().sequence();
        }
        requireWhole(events, delivered, last);
        return events;
    }

    private static void requireWhole(List<LoggedEvent> events, long delivered, long last) {
        long after = delivered;
        for (var event : events) {
            if (event.sequence() != after + 1) {
                throw new Hole(after);
            }
            after++;
        }
        if (after < last) {
            throw new Hole(after);
        }
    }

    /// An event is not there.
    public static final class Hole extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Hole(long after) {
            super("the event log has a hole after sequence " + after);
        }
    }
}
