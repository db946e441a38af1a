package city.agents.application.minds;

import java.time.Duration;

/// What is kept of a deadline for handing in: as long as it took at most of late, within a tenth and three tenths of
/// the
/// deadline. A machine that is busy needs more of it than one that is not, and whoever finds out at the deadline is
/// late. Safe from any thread.
final class HandInTime {
    private static final double LEAST_SHARE = 0.1;
    private static final double MOST_SHARE = 0.3;

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
    HandInTime(Duration deadline, long now) {
        this.least = (long) (deadline.toNanos() * LEAST_SHARE);
        this.most = (long) (deadline.toNanos() * MOST_SHARE);
        this.begunAt = now;
    }

    /// @param due when something was decided, or ought to have been
    /// @param now when the city has answered
    synchronized void took(long due, long now) {
        longest = Math.max(longest, now - due);
        counted++;
        if (counted == PERIOD || now - begunAt >= PERIOD_NANOS) {
            longestBefore = longest;
            longest = 0;
            counted = 0;
            begunAt = now;
        }
    }

    /// In nanoseconds.
    synchronized long kept() {
        return Math.clamp(Math.max(longest, longestBefore), least, most);
    }
}
