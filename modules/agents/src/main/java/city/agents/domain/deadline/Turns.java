package city.agents.domain.deadline;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How many questions may be under way: as many as this machine brings to an end in time, within what the settings
/// allow. Begins with few, so that a process whose code is cold is not asked for all at once; has half as many more
/// when some found none free and hardly any decision was late; and half as many when more than one in a hundred was,
/// for whatever reason. The control of congestion of Jacobson (1988), for a processor instead of a line.
///
/// That is judged by whole ticks: decisions come with each as a wave, and what is late of it comes in a few moments, as
/// while the next is committed.
///
/// Who came first has the next. Safe from any thread.
public final class Turns {
    static final int FIRST = 64;

    private static final Duration LEAST_TO_JUDGE_AFTER = Duration.ofMillis(500);
    private static final int LEAST_TO_JUDGE_BY = 100;
    private static final int ONE_LATE_IN = 100;
    private static final int ONE_MORE_FOR = 2;

    private final int most;
    private final Duration deadline;
    private final LongSupplier tickNanos;
    private final Room room;

    private int limit;
    private boolean wereShort;
    private int decided;
    private int late;
    private long judgedAt;

    /// @param most      that may ever be under way
    /// @param deadline  of a decision
    /// @param tickNanos of real time that a tick stands for now
    /// @param now       in nanoseconds of any clock that does not jump
    public Turns(int most, Duration deadline, LongSupplier tickNanos, long now) {
        this.most = most;
        this.deadline = deadline;
        this.tickNanos = tickNanos;
        this.limit = Math.min(FIRST, most);
        this.room = new Room(limit);
        this.judgedAt = now;
    }

    /// Waits for one; whoever has got it gives it back.
    ///
    /// @return false when there was none in time
    public boolean tryTake(Duration atMost) throws InterruptedException {
        // Without a time it would pass those who wait.
        if (room.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            return true;
        }
        noteShort();
        return room.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void giveBack() {
        room.release();
    }

    /// To be told of those that had a turn.
    ///
    /// @param took from waking up to the action
    public synchronized void decided(Duration took, long now) {
        decided++;
        late += took.compareTo(deadline) > 0 ? 1 : 0;
        if (decided >= LEAST_TO_JUDGE_BY && now - judgedAt >= period()) {
            judge();
            judgedAt = now;
        }
    }

    /// How many there are now, taken or not.
    public synchronized int limit() {
        return limit;
    }

    /// What was begun before a change has come to its end when the next is made.
    private long period() {
        return Math.max(tickNanos.getAsLong(), Math.max(deadline.toNanos(), LEAST_TO_JUDGE_AFTER.toNanos()));
    }

    private synchronized void noteShort() {
        wereShort = true;
    }

    private void judge() {
        if (late * ONE_LATE_IN > decided) {
            change(Math.max(Math.min(FIRST, most), limit / 2));
        } else if (wereShort) {
            change(Math.min(most, limit + limit / ONE_MORE_FOR + 1));
        }
        wereShort = false;
        decided = 0;
        late = 0;
    }

    private void change(int to) {
        if (to > limit) {
            room.release(to - limit);
        } else {
            room.reducePermits(limit - to);
        }
        limit = to;
    }

    /// Which may be reduced while all of it is taken.
    private static final class Room extends Semaphore {
        private static final long serialVersionUID = 1L;

        Room(int permits) {
            super(permits, true);
        }

        @Override
        protected void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }
}
