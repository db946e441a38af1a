package city.app.bench.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// How much processor time one and the same work takes, again and again: by it the machine's own hours are told from
/// the city's. Half of it is arithmetic and half a walk through more memory than a processor's own caches hold, as a
/// city's tick is. Of one thread.
final class Yardstick {
    private static final int PLACES = 1 << 22;
    private static final int STEPS = 60_000;
    private static final int SUMS = 6_000_000;
    private static final int WARM_UP = 50;

    private final int[] next = ring();
    private final List<Double> today = new ArrayList<>();
    private long sink;

    Yardstick() {
        for (int i = 0; i < WARM_UP; i++) {
            lay();
        }
        today.clear();
    }

    /// Does the work once.
    void lay() {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int at = (int) (sink & (PLACES - 1));
        for (int i = 0; i < STEPS; i++) {
            at = next[at];
        }
        long sum = at;
        for (int i = 0; i < SUMS; i++) {
            sum = sum * 6364136223846793005L + 1442695040888963407L;
        }
        sink = sum;
        today.add((threads.getCurrentThreadCpuTime() - before) / 1e6);
    }

    /// The median since the last call, in ms.
    double millis() {
        double median = Trend.median(today.stream().mapToDouble(it -> it).toArray());
        today.clear();
        return median;
    }

    /// Each place leads to another far away and all lie on one way, by a linear congruence of full period.
    private static int[] ring() {
        var next = new int[PLACES];
        for (int i = 0; i < PLACES; i++) {
            next[i] = (int) ((i * 1_664_525L + 1_013_904_223L) & (PLACES - 1));
        }
        return next;
    }
}
