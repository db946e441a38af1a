package city.app.bench;

import city.app.wiring.DataFolder;
import city.app.wiring.RunningCity;
import city.world.spi.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A generated town at full speed on its durable database: tick and commit, rows and statements' worth of work.
record TickBenchmark(int residents) implements Benchmark {
    /// The first day warms up the code and fills the tables; the second is measured.
    private static final int DAY = 288;

    @Override
    public String name() {
        return "tick-" + residents;
    }

    @Override
    public String about() {
        return "a tick of %d residents with its durable commit, speed max".formatted(residents);
    }

    @Override
    public List<Figures> run() throws Exception {
        var stopwatch = new Stopwatch();
        try (var folder = new TemporaryFolder();
                var data = DataFolder.take(folder.path());
                var city = RunningCity.open(
                        Towns.settings(folder.path(), residents, OptionalLong.of(2L * DAY)), data, stopwatch)) {
            city.start().toCompletableFuture().join();
        }
        return stopwatch.figures(name(), DAY, Map.of("residents", residents));
    }

    /// Adds up a group's phases and its commit.
    private static final class Stopwatch implements Probe {
        private final List<double[]> ticks = new ArrayList<>();
        private long tickNanos;

        @Override
        public void committed(int commands, int events, int rows, long commitNanos) {
            ticks.add(new double[] {(tickNanos + commitNanos) / 1e6, tickNanos / 1e6, commitNanos / 1e6, rows, events});
        }

        @Override
        public void phaseRan(String participant, long nanos) {}

        @Override
        public void tickRan(long nanos, long lagNanos) {
            tickNanos = nanos;
        }

        @Override
        public void invariantViolated(String invariant) {
            throw new IllegalStateException(invariant);
        }

        List<Figures> figures(String name, int last, Map<String, Object> params) {
            var measured = ticks.subList(ticks.size() - last, ticks.size());
            return List.of(
                    column(name + ".whole", "ms", measured, 0, params),
                    column(name + ".rules", "ms", measured, 1, params),
                    column(name + ".commit", "ms", measured, 2, params),
                    column(name + ".rows", "rows", measured, 3, params),
                    column(name + ".events", "events", measured, 4, params));
        }

        private static Figures column(
                String name, String unit, List<double[]> samples, int column, Map<String, Object> params) {
            return Figures.of(
                    name, unit, samples.stream().mapToDouble(it -> it[column]).toArray(), params);
        }
    }
}
