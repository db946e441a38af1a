package city.app.bench.minds;

import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import city.app.bench.minds.Answers.Answer;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Whether the heap stays flat while every decision of a metropolis is a model's, minute by minute.
///
/// @param minutes 30, or what the system property `city.minds.minutes` says
public record MindsHeapBenchmark(int minutes) implements Benchmark {
    private static final int MINUTES = 30;
    private static final String CONFIGURED = "city.minds.minutes";
    private static final int RESIDENTS = 10_000;

    /// Who rests for so many minutes asks every tenth second.
    private static final int USUAL_REST = 50;

    private static final int SECONDS_A_MINUTE = 60;
    private static final double DEADLINE_MILLIS = 500;

    /// The least of the first and of the last of them are compared: by day there is more in the heap than at night, as
    /// there are more questions on their way.
    private static final int THIRDS = 3;

    public static MindsHeapBenchmark asConfigured() {
        return new MindsHeapBenchmark(Math.max(1, Integer.getInteger(CONFIGURED, MINUTES)));
    }

    @Override
    public String name() {
        return "minds-heap";
    }

    @Override
    public String about() {
        return "live heap while every decision of %d residents is a stub model's, for %d minutes"
                .formatted(RESIDENTS, minutes);
    }

    @Override
    public List<Figures> run() throws Exception {
        return run(new PrintWriter(System.err, true));
    }

    @Override
    public List<Figures> run(PrintWriter out) throws Exception {
        try (var folder = new TemporaryFolder();
                var stub = StubProcess.start();
                var city = ThinkingCity.open(folder.path(), RESIDENTS, stub.url())) {
            city.warmUp();
            stub.rest(USUAL_REST);
            city.letThink();
            var all = new ArrayList<Minute>();
            for (int i = 0; i <= minutes; i++) {
                city.answers().take();
                city.await(SECONDS_A_MINUTE);
                all.add(Minute.of(city.answers().take()));
                city.ticks().take();
                out.println("minute %2d: %s".formatted(i, all.getLast().line()));
            }
            return figures(all.subList(1, all.size()));
        }
    }

    /// @param megabytes of the heap that are in use after a collection
    /// @param threads   of the platform
    /// @param rate      decisions a second
    /// @param inTime    of them, in percent
    private record Minute(double megabytes, double threads, double rate, double inTime) {
        static Minute of(List<Answer> answers) {
            var memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            long early = answers.stream()
                    .filter(it -> it.millis() <= DEADLINE_MILLIS)
                    .count();
            return new Minute(
                    memory.getHeapMemoryUsage().getUsed() / 1e6,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    answers.size() / (double) SECONDS_A_MINUTE,
                    100.0 * early / Math.max(1, answers.size()));
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "live heap %.1f MB, %.0f threads, %.0f decisions/s, %.2f %% in time",
                    megabytes,
                    threads,
                    rate,
                    inTime);
        }
    }

    /// @param all but the first, which fills caches
    private List<Figures> figures(List<Minute> all) {
        int third = Math.max(1, all.size() / THIRDS);
        double first = heap(all.subList(0, third)).quantile(0);
        double last = heap(all.subList(all.size() - third, all.size())).quantile(0);
        return List.of(
                heap(all),
                Figures.of("minds.live-heap.least-last-by-first", "times", new double[] {last / first}, params()),
                samples("minds.platform-threads", "threads", all, Minute::threads),
                samples("minds.rate-by-minute", "1/s", all, Minute::rate),
                samples("minds.in-time-by-minute", "%", all, Minute::inTime));
    }

    private Figures heap(List<Minute> all) {
        return samples("minds.live-heap", "MB", all, Minute::megabytes);
    }

    private Figures samples(String name, String unit, List<Minute> all, ToDoubleFunction<Minute> what) {
        return Figures.of(name, unit, all.stream().mapToDouble(what).toArray(), params());
    }

    private Map<String, Object> params() {
        return Map.of("residents", RESIDENTS, "minutes", minutes);
    }
}
