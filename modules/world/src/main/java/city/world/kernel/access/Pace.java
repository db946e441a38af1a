package city.world.kernel.access;

import java.util.function.BooleanSupplier;

/// How fast the city's clock runs against the wall. None of this is journaled or outlives the process. Thread-safe.
public interface Pace {
    /// Ticks a second that the city may run at most by a speed; above it the speed is "as fast as possible".
    double MAX_TICKS_PER_SECOND = 1000;

    boolean running();

    /// Ticks a second, or {@link Double#POSITIVE_INFINITY} for as fast as possible.
    double ticksPerSecond();

    /// The tick that is under way goes on to its end.
    void pause();

    /// Whether the clock is paused, no step is waiting and no tick is under way: what is recorded is all that there is
    /// until somebody asks for more.
    boolean stands();

    void resume();

    /// Runs the given number of ticks at once although the clock is paused.
    ///
    /// @param ticks 1 to 10,000
    void step(int ticks);

    /// Lets no tick begin while something holds, whatever the pace. Who holds it has to let go by itself: nothing else
    /// does, and the city stands.
    ///
    /// @param holds asked by the city thread before every tick; takes no longer than a look at what is in memory
    void holdWhile(BooleanSupplier holds);

    /// @param ticksPerSecond above 0, at most {@link #MAX_TICKS_PER_SECOND}, or infinite
    void speed(double ticksPerSecond);
}
