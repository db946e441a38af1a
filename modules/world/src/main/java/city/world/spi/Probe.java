package city.world.spi;

import city.world.kernel.Event;
import java.util.List;

/// Hears how the kernel does, for metrics and logs. Called on the city thread: must return at once.
public interface Probe {
    /// A group was committed.
    ///
    /// @param commands number of commands in it
    /// @param rows     rows written to state tables
    /// @param commitNanos wall time of the commit
    void committed(int commands, int events, int rows, long commitNanos);

    /// A participant's phase was run.
    void phaseRan(String participant, long nanos);

    /// A tick was run and committed.
    ///
    /// @param lagNanos by how much it came late
    void tickRan(long nanos, long lagNanos);

    void invariantViolated(String invariant);

    /// The facts of a group that was committed, in order.
    default void happened(List<Event> facts) {}

    static Probe none() {
        return new Probe() {
            @Override
            public void committed(int commands, int events, int rows, long commitNanos) {}

            @Override
            public void phaseRan(String participant, long nanos) {}

            @Override
            public void tickRan(long nanos, long lagNanos) {}

            @Override
            public void invariantViolated(String invariant) {}
        };
    }
}
