package city.app.bench.load;

import city.world.spi.Probe;
import java.util.concurrent.ConcurrentSkipListMap;

/// When each event became durable. Heard on the city thread, asked on any other.
final class CommitTimes implements Probe {
    /// From the last sequence of a commit to the nanosecond at which it was done.
    private final ConcurrentSkipListMap<Long, Long> done = new ConcurrentSkipListMap<>();

    private long last;

    @Override
    public void committed(int commands, int events, int rows, long commitNanos) {
        last += events;
        if (events > 0) {
            done.put(last, System.nanoTime());
        }
    }

    /// @param sequence of an event that was told, so that its commit is known
    long nanosOf(long sequence) {
        return done.ceilingEntry(sequence).getValue();
    }

    @Override
    public void phaseRan(String participant, long nanos) {}

    @Override
    public void tickRan(long nanos, long lagNanos) {}

    @Override
    public void invariantViolated(String invariant) {
        throw new IllegalStateException(invariant);
    }
}
