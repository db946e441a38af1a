package city.world.kernel.engine;

import city.world.kernel.access.Pace;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Says when the next tick is due. Set from any thread, asked by the city thread, which holds its lock for as long as
/// it
/// takes to look at the time.
///
/// A city that falls behind does not hurry to catch up: a missed beat is lost and shows as lag.
final class Metronome implements Pace {
    private static final double NANOS_PER_SECOND = 1e9;
    static final int MAX_STEPS = 10_000;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final LongSupplier nanos;
    private int steps;
    private double ticksPerSecond;
    private boolean running = true;
    private boolean rescheduled;
    private boolean underWay;
    private BooleanSupplier holds = () -> false;
    private long due;

    Metronome(double ticksPerSecond, LongSupplier nanos) {
        this.ticksPerSecond = requireSpeed(ticksPerSecond);
        this.nanos = nanos;
        this.due = nanos.getAsLong();
    }

    @Override
    public synchronized boolean running() {
        return running;
    }

    @Override
    public synchronized double ticksPerSecond() {
        return ticksPerSecond;
    }

    @Override
    public synchronized void pause() {
        running = false;
    }

    @Override
    public synchronized boolean stands() {
        return !running && steps == 0 && !underWay;
    }

    @Override
    public synchronized void resume() {
        rescheduled = true;
        running = true;
    }

    @Override
    public synchronized void step(int ticks) {
        if (ticks < 1 || ticks > MAX_STEPS) {
            throw new IllegalArgumentException("ticks must be 1 to %d: %d".formatted(MAX_STEPS, ticks));
        }
        steps = Math.min(MAX_STEPS, steps + ticks);
    }

    @Override
    public synchronized void holdWhile(BooleanSupplier other) {
        holds = other;
    }

    @Override
    public synchronized void speed(double faster) {
        ticksPerSecond = requireSpeed(faster);
        rescheduled = true;
    }

    /// Nanoseconds until the next tick is due, 0 or less when it is; {@link Long#MAX_VALUE} while the clock stands.
    synchronized long untilDue() {
        long nanos = untilBeat();
        return nanos <= 0 && holds.getAsBoolean() ? LOOK_AGAIN_NANOS : nanos;
    }

    private long untilBeat() {
        if (steps > 0) {
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

    /// Takes the beat if one is due; its tick is under way from then on.
    ///
    /// @return nanoseconds by which it came late
    synchronized OptionalLong take() {
        if (untilDue() > 0) {
            return OptionalLong.empty();
        }
        underWay = true;
        if (steps > 0) {
            steps--;
            return OptionalLong.of(0);
        }
        return OptionalLong.of(Double.isInfinite(ticksPerSecond) ? 0 : late());
    }

    /// The tick that was under way is recorded, or undone.
    synchronized void tickEnded() {
        underWay = false;
    }

    private long late() {
        long now = nanos.getAsLong();
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
