package city.app.bench.minds;

import city.world.spi.Probe;
import java.util.ArrayList;
import java.util.List;

/// How long each tick took with its commit. What else the city thread commits between two ticks is not in it.
final class Ticks implements Probe {
    private final List<Double> millis = new ArrayList<>();
    private long tickNanos;

    @Override
    public void tickRan(long nanos, long lagNanos) {
        tickNanos = nanos;
    }

    @Override
    public synchronized void committed(int commands, int events, int rows, long commitNanos) {
        if (tickNanos > 0) {
            millis.add((tickNanos + commitNanos) / 1e6);
            tickNanos = 0;
        }
    }

    @Override
    public void phaseRan(String participant, long nanos) {}

    @Override
    public void invariantViolated(String invariant) {
        throw new IllegalStateException(invariant);
    }

    /// Those since the last time.
    synchronized double[] take() {
        var taken = millis.stream().mapToDouble(it -> it).toArray();
        millis.clear();
        return taken;
    }
}
