package city.world.kernel.engine;

import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The newest events in memory, in a bounded ring; the older ones from the log. Written by the city thread after each
/// commit, read by any other.
final class EventRing implements EventFeed {
    /// About a minute of a large city's telemetry, some 20 MB at most; a follower further behind reads the record.
    private static final int CAPACITY = 1 << 16;

    /// Events that a reader looks at before it lets the city thread in: some 20 µs.
    private static final int SLICE = 1_024;

    private final LoggedEvent[] ring = new LoggedEvent[CAPACITY];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final EventLog log;
    private long oldest;
    private volatile long last;

    /// @param lastSequence of the record at the start
    EventRing(EventLog log, long lastSequence) {
        this.log = log;
        this.last = lastSequence;
        this.oldest = lastSequence + 1;
    }

    /// Adds events that follow each other without a gap, after their commit.
    void append(List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            for (var event : events) {
                ring[(int) (event.sequence() % CAPACITY)] = event;
            }
            last = events.getLast().sequence();
            oldest = Math.max(oldest, last - CAPACITY + 1);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Batch read(long afterSequence, Filter filter, int limit) {
        int atMost = Math.min(limit, MAX_BATCH);
        var passed = new ArrayList<LoggedEvent>();
        long from = afterSequence;
        for (long to = scan(from, filter, atMost, passed); to > from; to = scan(from, filter, atMost, passed)) {
            from = to;
        }
        return from == afterSequence && from < last ? readLog(from, filter, atMost) : new Batch(passed, from);
    }

    @Override
    public boolean await(long afterSequence, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (last <= afterSequence && left > 0) {
                left = grown.awaitNanos(left);
            }
            return last > afterSequence;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long lastSequence() {
        return last;
    }

    @Override
    public long horizon(Filter filter) {
        return log.horizon(filter);
    }

    /// Gathers what passes of the next slice.
    ///
    /// @return the sequence up to which it came; where it began when the ring has no more, or has it no longer
    private long scan(long afterSequence, Filter filter, int limit, List<LoggedEvent> passed) {
        long sequence = afterSequence;
        lock.lock();
        try {
            long end = afterSequence + 1 < oldest ? afterSequence : Math.min(last, afterSequence + SLICE);
            while (sequence < end && passed.size() < limit) {
                var event = ring[(int) (++sequence % CAPACITY)];
                if (filter.accepts(event)) {
                    passed.add(event);
                }
            }
        } finally {
            lock.unlock();
        }
        return sequence;
    }

    private Batch readLog(long afterSequence, Filter filter, int limit) {
        long upTo = last;
        var events = log.read(afterSequence, upTo, filter, limit);
        boolean all = events.size() < limit;
        return new Batch(events, all ? upTo : events.getLast().sequence());
    }
}
