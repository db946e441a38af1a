package city.world.spi;

import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.util.List;

/// The event log in the record, for followers that are behind what memory holds. Safe from any thread; blocks.
public interface EventLog {
    /// Events after the given sequence that pass, up to `toSequence` (inclusive), in order, at most `limit`.
    ///
    /// @throws city.world.kernel.access.BelowHorizon when some that would pass were removed
    List<LoggedEvent> read(long afterSequence, long toSequence, EventFeed.Filter filter, int limit);

    /// The sequence above which the log holds all that the filter's topic, type and class let pass; 0 when nothing
    /// of it was ever removed. Only telemetry is.
    long horizon(EventFeed.Filter filter);

    /// Removes the oldest telemetry from before a tick and raises its horizon, in one transaction. What a follower
    /// of this process ({@link Cursors#follow}) has not read stays.
    ///
    /// @return how many events went, at most `limit`; fewer when there are no more
    int removeTelemetry(long beforeTick, int limit);
}
