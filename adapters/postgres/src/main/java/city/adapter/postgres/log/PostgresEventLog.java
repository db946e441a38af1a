package city.adapter.postgres.log;

import city.adapter.postgres.link.Readers;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.EventLog;
import java.util.List;

/// The event log in `world.events`. Every failure is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresEventLog implements EventLog {
    private final Readers readers;

    public PostgresEventLog(Readers readers) {
        this.readers = readers;
    }

    @Override
    public List<LoggedEvent> read(long afterSequence, long toSequence, EventFeed.Filter filter, int limit) {
        if (limit < 1 || afterSequence >= toSequence) {
            return List.of();
        }
        int most = Math.min(limit, EventFeed.MAX_BATCH);
        return readers.call(
                "reading the event log",
                connection -> EventRows.list(connection, afterSequence, toSequence, filter, most));
    }
}
