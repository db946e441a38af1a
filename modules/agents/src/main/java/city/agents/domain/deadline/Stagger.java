package city.agents.domain.deadline;

import java.time.Duration;

/// Over how much of a tick's time those whom it woke are asked one after another, so that a machine has its work evenly
/// instead of all at once.
///
/// Who has patience for this tick alone must have acted before the next. For who has more it is enough that its time to
/// answer ends before: what is handed in after that waits for the next tick's commit, and may be late.
///
/// @param tickNanos of real time; 0 where ticks follow each other as fast as they can
public record Stagger(long tickNanos, Duration deadline) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// The rest is for the tick itself and its commit.
    private static final double SHARE_OF_TICK = 0.9;

    public static Stagger of(double ticksPerSecond, Duration deadline) {
        return new Stagger(tickNanos(ticksPerSecond), deadline);
    }

    public static long tickNanos(double ticksPerSecond) {
        return (long) (NANOS_PER_SECOND / ticksPerSecond);
    }

    /// @param patience in ticks, from 1
    /// @return in nanoseconds; 0 where all are asked at once
    public long spread(int patience) {
        double shareOfDeadline = patience > 1 ? 1 - HandInTime.MOST_SHARE : 1;
        return (long) Math.max(0, tickNanos * SHARE_OF_TICK - deadline.toNanos() * shareOfDeadline);
    }
}
