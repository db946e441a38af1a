package city.world.spi;

import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.util.List;

/// The event log in the record, for followers that are behind what memory holds. Safe from any thread; blocks.
public interface EventLog {
    /// Events after the given sequence that pass, up to `toSequence` (inclusive), in order, at most `limit`.
    List<LoggedEvent> read(long afterSequence, long toSequence, EventFeed.Filter filter, int limit);
}
