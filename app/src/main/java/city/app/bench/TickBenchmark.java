package city.app.bench;

import city.app.wiring.DataFolder;
import city.app.wiring.RunningCity;
import city.world.spi.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A generated city at full speed on its durable database: tick and commit, rows and statements' worth of work, and
/// the heap that its kernel takes.
record TickBenchmark(String scenario, int residents) implements Benchmark {
    private static final int DAY = 288;

    /// Of a large city the morning warms up the code and fills the tables, of others a day does.
    private static final int LARGE = 50_000;

    /// Until noon, so that people work, carry things and owe each other.
    private static final int TICKS_BEFORE_HEAP = 72;

    @Override
    public String name() {
        return "tick-" + residents;
    }

    @Override
    public String about() {
        return "a tick of %d residents (%s) with its durable commit, speed max, and heap"
                .formatted(residents, scenario);
    }

    @Override
    public List<Figures> run() throws Exception {
        var stopwatch = new Stopwatch();
        var params = Map.<String, Object>of("residents", residents, "scenario", scenario);
        long ticks = (residents >= LARGE ? DAY / 2 : DAY) + DAY;
        try (var folder = new TemporaryFolder();
                var data = DataFolder.take(folder.path());
                var city = RunningCity.open(
                        Towns.settings(folder.path(), scenario, residents, OptionalLong.of(ticks)), data, stopwatch)) {
            city.start().toCompletableFuture().join();
        }
        var figures = new ArrayList<>(stopwatch.figures(name(), DAY, params));
        double heap = KernelHeap.bytesPerResident(scenario, residents, TICKS_BEFORE_HEAP);
        figures.add(Figures.of(name() + ".heap", "B/head", new double[] {heap}, params));
        return figures;
    }

    /// What each turn of the city thread takes, from the return of one commit to that of the next: the participants'
    /// phases, the commit, and the kernel's own part, which is all else (changes drained and hashed, invariants,
    /// the view for readers, answers, the ring of events).
    private static final class Stopwatch implements Probe {
        private final List<double[]> turns = new ArrayList<>();
        private long before = System.nanoTime();
        private long phaseNanos;

        @Override
        public void committed(int commands, int events, int rows, long commitNanos) {
            long now = System.nanoTime();
            long whole = now - before;
            turns.add(new double[] {
                whole / 1e6, phaseNanos / 1e6, commitNanos / 1e6, (whole - phaseNanos - commitNanos) / 1e6, rows, events
            });
            before = now;
            phaseNanos = 0;
        }

        @Override
        public void phaseRan(String participant, long nanos) {
            phaseNanos += nanos;
        }

        @Override
        public void tickRan(long nanos, long lagNanos) {}

        @Override
        public void invariantViolated(String invariant) {
            throw new IllegalStateException(invariant);
        }

        List<Figures> figures(String name, int last, Map<String, Object> params) {
            var measured = turns.subList(turns.size() - last, turns.size());
            return List.of(
                    column(name + ".whole", "ms", measured, 0, params),
                    column(name + ".rules", "ms", measured, 1, params),
                    column(name + ".commit", "ms", measured, 2, params),
                    column(name + ".kernel", "ms", measured, 3, params),
                    column(name + ".rows", "rows", measured, 4, params),
                    column(name + ".events", "events", measured, 5, params));
        }

        private static Figures column(
                String name, String unit, List<double[]> samples, int column, Map<String, Object> params) {
            return Figures.of(
                    name, unit, samples.stream().mapToDouble(it -> it[column]).toArray(), params);
        }
    }
}
