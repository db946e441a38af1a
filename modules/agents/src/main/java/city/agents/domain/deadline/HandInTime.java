package city.agents.domain.deadline;

import java.time.Duration;

/// What is kept of a deadline for handing in: as long as it took at most of late, between a tenth and three tenths of
/// the deadline. It is counted from when something was decided or ought to have been, whichever was first: a machine
/// that is busy finds out late that no answer came, too. Safe from any thread.
public final class HandInTime {
    private static final double LEAST_SHARE = 0.1;
    static final double MOST_SHARE = 0.3;

    // What comes first ends a period; of late is this period and the one before.
    private static final int PERIOD = 250;
    private static final long PERIOD_NANOS = Duration.ofSeconds(5).toNanos();

    private final long least;
    private final long most;
    private int counted;
    private long begunAt;
    private long longest;
    private long longestBefore;

    /// @param now in nanoseconds of any clock that does not jump
    public HandInTime(Duration deadline, long now) {
        this.least = (long) (deadline.toNanos() * LEAST_SHARE);
        this.most = (long) (deadline.toNanos() * MOST_SHARE);
        this.begunAt = now;
    }

    /// @param due when something was decided, or ought to have been
    /// @param now when the city has answered
    public synchronized void took(long due, long now) {
        goOnTo(now);
        longest = Math.max(longest, now - due);
        counted++;
    }

    /// In nanoseconds.
    public synchronized long kept(long now) {
        goOnTo(now);
        return Math.clamp(Math.max(longest, longestBefore), least, most);
    }

    private void goOnTo(long now) {
        if (counted < PERIOD && now - begunAt < PERIOD_NANOS) {
            return;
        }
        longestBefore = now - begunAt < 2 * PERIOD_NANOS ? longest : 0;
        longest = 0;
        counted = 0;
        begunAt = now;
    }
}
