package city.agents.application.minds;

import java.time.Duration;

/// Over how much of a tick's time those whom it woke are asked one after another.
///
/// Who has patience for this tick alone must be done before the next. Who has more is asked so that an answer in half
/// the deadline still comes before the next tick, and a later one waits for that tick's commit. So a machine has its
/// work evenly, instead of all of it in the first half of every tick.
///
/// @param tickNanos of real time; 0 where ticks follow each other as fast as they can
record Stagger(double tickNanos, Duration deadline) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// The rest is for the tick itself and its commit.
    private static final double SHARE_OF_TICK = 0.9;

    static Stagger of(double ticksPerSecond, Duration deadline) {
        return new Stagger(NANOS_PER_SECOND / ticksPerSecond, deadline);
    }

    /// @param patience in ticks, from 1
    /// @return in nanoseconds; 0 where all are asked at once
    long spread(int patience) {
        double usable = tickNanos * SHARE_OF_TICK;
        double patient = usable * patience - deadline.toNanos();
        double evenly = usable - deadline.toNanos() / 2.0;
        return (long) Math.max(0, Math.min(patient, evenly));
    }
}
