package city.agents.domain.deadline;

import java.time.Duration;

/// Over how much of a tick's time those whom it woke are asked one after another, so that a machine has its work evenly
/// instead of all at once: all of it, as far as who is asked last has its whole deadline before its patience ends.
///
/// What is handed in while the next tick is under way waits for its commit. That is cheaper than to have the work of
/// a second in half of it: of 10,000 who ask every tenth second on two cores, what is added to the model's own time was
/// 23.7 ms by the median when all were asked within 550 ms, and 4.6 within 900.
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
        double own = tickNanos * SHARE_OF_TICK;
        double others = (patience - 1.0) * tickNanos;
        return (long) Math.clamp(own + others - deadline.toNanos(), 0, own);
    }
}
