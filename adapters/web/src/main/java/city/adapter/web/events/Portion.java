package city.adapter.web.events;

import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Batch;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import java.util.ArrayList;
import java.util.List;

/// A part of the log that ends by its size as well as by its count: in a large city one event may tell of thousands.
public final class Portion {
    /// Characters of events' data after which it ends: a reply that a browser takes at once.
    private static final long MOST_CHARACTERS = 2L << 20;

    /// Read at once, so that no more than these are fetched beyond the end; the usual page takes one read.
    private static final int STEP = 100;

    private Portion() {}

    /// Like {@link EventFeed#read}. It ends with the event by which it gets too large.
    public static Batch read(EventFeed feed, long after, Filter filter, int limit) {
        var events = new ArrayList<LoggedEvent>();
        long characters = 0;
        long position = after;
        while (events.size() < limit) {
            int wanted = Math.min(STEP, limit - events.size());
            var batch = next(feed, position, filter, wanted, position > after);
            for (var event : batch.events()) {
                events.add(event);
                characters += event.data().length();
                if (characters >= MOST_CHARACTERS) {
                    return new Batch(events, event.sequence());
                }
            }
            position = Math.max(position, batch.scannedTo());
            if (batch.events().size() < wanted) {
                break;
            }
        }
        return new Batch(events, position);
    }

    /// What is removed while a portion is read ends it; the next one is told.
    private static Batch next(EventFeed feed, long after, Filter filter, int limit, boolean isBegun) {
        try {
            return feed.read(after, filter, limit);
        } catch (BelowHorizon removed) {
            if (isBegun) {
                return new Batch(List.of(), after);
            }
            throw removed;
        }
    }
}
