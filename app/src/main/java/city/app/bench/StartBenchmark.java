package city.app.bench;

import city.app.bench.child.ChildCity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The whole process from its start to its first committed tick, with HTTP and MQTT: in an empty folder, and again; and
/// what it keeps resident after a minute's worth of ticks.
record StartBenchmark() implements Benchmark {
    private static final int RUNS = 5;
    private static final int TICKS_BEFORE_RSS = 60;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "process start to the first committed tick, first and second time, and resident memory";
    }

    @Override
    public List<Figures> run() throws Exception {
        var first = new double[RUNS];
        var second = new double[RUNS];
        var memory = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            try (var folder = new TemporaryFolder()) {
                first[run] = untilTick(folder.path(), 1);
                second[run] = untilTick(folder.path(), 2);
                memory[run] = residentMegabytes(folder.path());
            }
        }
        var params = Map.<String, Object>of("scenario", "default");
        return List.of(
                Figures.of("start.first", "s", first, params),
                Figures.of("start.second", "s", second, params),
                Figures.of("start.rss", "MB", memory, params));
    }

    private static double untilTick(Path data, int tick) throws Exception {
        long start = System.nanoTime();
        try (var city = ChildCity.start(data, "--ticks", "" + tick, "--speed", "max")) {
            city.awaitEnd();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double residentMegabytes(Path data) throws Exception {
        try (var city = ChildCity.start(data, "--speed", "20")) {
            TimeUnit.SECONDS.sleep(10 + TICKS_BEFORE_RSS / 20);
            return city.residentMegabytes();
        }
    }
}
