package city.adapter.metrics;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongUnaryOperator;

/// What the threads that make the city go take of the machine, which wall time on a busy one does not tell: the city
/// thread and those that share its decisions. Read when somebody asks.
public final class CityThreads {
    /// The names that the engine gives.
    private static final String CITY = "city";

    private static final String SHARDS = "city-shard-";

    private CityThreads() {}

    /// Binds nothing where the JVM cannot tell.
    public static void bind(MeterRegistry registry) {
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads && threads.isThreadCpuTimeSupported()) {
            for (var name : new String[] {CITY, SHARDS}) {
                bind(registry, threads, name);
            }
        }
    }

    private static void bind(MeterRegistry registry, ThreadMXBean threads, String name) {
        var tag = name.equals(CITY) ? "city" : "shards";
        FunctionCounter.builder("city.thread.cpu", threads, it -> sum(it, name, it::getThreadCpuTime) / 1e9)
                .description("Processor time of the city thread, and of the threads that share its decisions.")
                .baseUnit("seconds")
                .tag("thread", tag)
                .register(registry);
        FunctionCounter.builder("city.thread.allocated", threads, it -> sum(it, name, it::getThreadAllocatedBytes))
                .description("Memory allocated by the city thread, and by the threads that share its decisions.")
                .baseUnit("bytes")
                .tag("thread", tag)
                .register(registry);
    }

    private static double sum(ThreadMXBean threads, String name, LongUnaryOperator measure) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(it -> isMeant(it, name))
                .mapToLong(ThreadInfo::getThreadId)
                // A thread that has just ended is worth -1.
                .map(it -> Math.max(0, measure.applyAsLong(it)))
                .sum();
    }

    private static boolean isMeant(ThreadInfo thread, String name) {
        return name.equals(CITY)
                ? thread.getThreadName().equals(name)
                : thread.getThreadName().startsWith(name);
    }
}
