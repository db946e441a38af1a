package city.app.life;

import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.List;

/// A log that was told already.
record ToldFeed(List<LoggedEvent> log) implements EventFeed {
    @Override
    public Batch read(long afterSequence, Filter filter, int limit) {
        var events = log.stream()
                .filter(it -> it.sequence() > afterSequence && filter.accepts(it))
                .limit(limit)
                .toList();
        return new Batch(
                events, events.isEmpty() ? lastSequence() : events.getLast().sequence());
    }

    @Override
    public boolean await(long afterSequence, Duration atMost) {
        return lastSequence() > afterSequence;
    }

    @Override
    public long lastSequence() {
        return log.isEmpty() ? 0 : log.getLast().sequence();
    }

    @Override
    public long horizon(Filter filter) {
        return 0;
    }
}
