package city.world.kernel.engine;

import city.world.kernel.access.Pace;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Says when the next tick is due. Set from any thread, asked by the city thread.
///
/// A city that falls behind does not hurry to catch up: a missed beat is lost and shows as lag.
final class Metronome implements Pace {
    private static final double NANOS_PER_SECOND = 1e9;
    static final int MAX_STEPS = 10_000;

    private final LongSupplier nanos;
    private final AtomicInteger steps = new AtomicInteger();
    private volatile double ticksPerSecond;
    private volatile boolean running = true;
    private volatile boolean rescheduled;
    private long due;

    Metronome(double ticksPerSecond, LongSupplier nanos) {
        this.ticksPerSecond = requireSpeed(ticksPerSecond);
        this.nanos = nanos;
        this.due = nanos.getAsLong();
    }

    @Override
    public boolean running() {
        return running;
    }

    @Override
    public double ticksPerSecond() {
        return ticksPerSecond;
    }

    @Override
    public void pause() {
        running = false;
    }

    @Override
    public void resume() {
        rescheduled = true;
        running = true;
    }

    @Override
    public void step(int ticks) {
        if (ticks < 1 || ticks > MAX_STEPS) {
            throw new IllegalArgumentException("ticks must be 1 to %d: %d".formatted(MAX_STEPS, ticks));
        }
        steps.updateAndGet(waiting -> Math.min(MAX_STEPS, waiting + ticks));
    }

    @Override
    public void speed(double faster) {
        ticksPerSecond = requireSpeed(faster);
        rescheduled = true;
    }

    /// Nanoseconds until the next tick is due, 0 or less when it is; {@link Long#MAX_VALUE} while the clock stands.
    long untilDue() {
        if (steps.get() > 0) {
            return 0;
        }
        if (!running) {
            return Long.MAX_VALUE;
        }
        if (Double.isInfinite(ticksPerSecond)) {
            return 0;
        }
        if (rescheduled) {
            rescheduled = false;
            due = nanos.getAsLong();
        }
        return due - nanos.getAsLong();
    }

    /// Takes the beat that is due.
    ///
    /// @return nanoseconds by which it came late
    long take() {
        long now = nanos.getAsLong();
        if (steps.get() > 0) {
            steps.decrementAndGet();
            return 0;
        }
        if (Double.isInfinite(ticksPerSecond)) {
            return 0;
        }
        long late = Math.max(0, now - due);
        long period = (long) (NANOS_PER_SECOND / ticksPerSecond);
        due = late > period ? now + period : due + period;
        return late;
    }

    private static double requireSpeed(double ticksPerSecond) {
        boolean infinite = ticksPerSecond == Double.POSITIVE_INFINITY;
        if (!infinite && !(ticksPerSecond > 0 && ticksPerSecond <= MAX_TICKS_PER_SECOND)) {
            throw new IllegalArgumentException("speed must be above 0 and at most %.0f ticks a second, or max: %s"
                    .formatted(MAX_TICKS_PER_SECOND, ticksPerSecond));
        }
        return ticksPerSecond;
    }
}
