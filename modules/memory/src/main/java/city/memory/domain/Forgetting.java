package city.memory.domain;

import city.memory.Memory;
import city.world.kernel.CityClock;

/// How well a memory is kept. What was made or recalled often and lately is active; what is important fades later.
///
/// Activation is the base level of ACT-R, ln Σ lag^-½ over all the times that the memory was made or recalled, lags in
/// hours of city time (Anderson and Schooler 1991, "Reflections of the Environment in Memory"). Only the first time,
/// the last time and their number are kept; the times between are taken as spread evenly, which is the hybrid
/// approximation of Petrov 2006, "Computationally Efficient Approximation of the Base-Level Learning Equation in
/// ACT-R".
///
/// Retention is max(e^(-age / 100 m), σ(activation + 2.5)): age in hours since it was made; m 1.5 for what is
/// important, 1 for what matters, 0.5 for the rest; σ the logistic function.
public final class Forgetting {
    /// So many memories a resident keeps through its sleep: exact search over them takes a part of a millisecond.
    public static final int CAP = 1000;

    private static final double FADED_BELOW = 0.5;
    private static final double GONE_BELOW = 0.1;

    private static final double LIFE_HOURS = 100;
    private static final double ACTIVATION_SHIFT = 2.5;

    private static final int IMPORTANT = 700;
    private static final int MATTERS = 300;

    private static final double MINUTES_PER_HOUR = 60;

    private final CityClock clock;

    public Forgetting(CityClock clock) {
        this.clock = clock;
    }

    public enum State {
        KEPT,
        /// Retention below 0.5: with others like it, it becomes a summary.
        FADED,
        /// Retention below 0.1.
        GONE
    }

    public State state(Memory memory, long now) {
        double retention = retention(memory, now);
        if (retention < GONE_BELOW) {
            return State.GONE;
        }
        return retention < FADED_BELOW ? State.FADED : State.KEPT;
    }

    /// 0 to 1; always 1 for what is pinned.
    double retention(Memory memory, long now) {
        if (memory.pinned()) {
            return 1;
        }
        double age = hoursSince(memory.madeAt(), now);
        double byAge = StrictMath.exp(-age / (LIFE_HOURS * lasting(memory.importance())));
        double byUse = 1 / (1 + StrictMath.exp(-activation(memory, now) - ACTIVATION_SHIFT));
        return Math.max(byAge, byUse);
    }

    /// The sum is last^-½ of the last time, and for each time before it the mean of lag^-½ between the first and the
    /// last, which is 2 / (√first + √last).
    double activation(Memory memory, long now) {
        double first = StrictMath.sqrt(hoursSince(memory.madeAt(), now));
        double last = StrictMath.sqrt(hoursSince(memory.lastAccessedAt(), now));
        return StrictMath.log(1 / last + memory.accesses() * 2.0 / (first + last));
    }

    /// At least one tick, for what has just been has no lag to take a root of.
    private double hoursSince(long tick, long now) {
        return Math.max(1, now - tick) * clock.stepMinutes() / MINUTES_PER_HOUR;
    }

    private static double lasting(int importance) {
        if (importance >= IMPORTANT) {
            return 1.5;
        }
        return importance >= MATTERS ? 1 : 0.5;
    }
}
