package city.app.bench.micro;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// What CPU a fork's threads took in an iteration; the collector's and the compiler's are not in it, for the clock of
/// the whole process ticks in hundredths of a second. Others on the machine lengthen a tick by as much as they like,
/// and its CPU by little.
public final class CpuOfFork implements InternalProfiler {
    static final String COUNTER = "cpu";

    private long before;

    @Override
    public String getDescription() {
        return "CPU of the fork's threads, in milliseconds an iteration";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return List.of(new ScalarResult(COUNTER, (nanos() - before) / 1e6, "ms", AggregationPolicy.AVG));
    }

    private static long nanos() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadCpuTime(threads.getAllThreadIds()))
                .filter(it -> it > 0)
                .sum();
    }
}
