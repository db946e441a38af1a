package city.adapter.postgres.log;

import city.adapter.postgres.link.Readers;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The event log in `world.events`. Every failure is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresEventLog implements EventLog {
    private final Readers readers;
    private final PostgresCursors cursors;

    /// @param cursors of the same process
    public PostgresEventLog(Readers readers, PostgresCursors cursors) {
        this.readers = readers;
        this.cursors = cursors;
    }

    @Override
    public List<LoggedEvent> read(long afterSequence, long toSequence, EventFeed.Filter filter, int limit) {
        if (limit < 1 || afterSequence >= toSequence) {
            return List.of();
        }
        int most = Math.min(limit, EventFeed.MAX_BATCH);
        return readers.call("reading the event log", connection -> {
            var events = EventRows.list(connection, afterSequence, toSequence, filter, most);
            requireAbove(afterSequence, horizon(connection, filter));
            return events;
        });
    }

    @Override
    public long horizon(EventFeed.Filter filter) {
        return readers.call("reading the horizon", connection -> horizon(connection, filter));
    }

    @Override
    public int removeTelemetry(long beforeTick, int limit) {
        return readers.call(
                "removing telemetry",
                connection -> HorizonRows.removeTelemetry(connection, cursors.followers(), beforeTick, limit));
    }

    /// Looked at after the events were read: what was removed in between is noticed too.
    private static void requireAbove(long afterSequence, long horizon) {
        if (afterSequence < horizon) {
            throw new BelowHorizon(afterSequence, Audience.TELEMETRY, horizon);
        }
    }

    private static long horizon(Connection connection, EventFeed.Filter filter) throws SQLException {
        return filter.telemetry() ? HorizonRows.find(connection, filter) : 0;
    }
}
