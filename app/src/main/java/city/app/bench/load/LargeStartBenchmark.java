package city.app.bench.load;

import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import city.app.bench.child.ChildCity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The start of a large city with a long past, from the process to the first tick that it adds, seen over HTTP; and
/// what the process took of the processors until then, which a busy machine does not change.
public record LargeStartBenchmark() implements Benchmark {
    private static final int RESIDENTS = 100_000;
    private static final int EVENTS = 10_000_000;
    private static final int RUNS = 5;

    /// An hour of the city, so that there is a state worth loading.
    private static final int TICKS_BEFORE = 12;

    @Override
    public String name() {
        return "start-" + RESIDENTS;
    }

    @Override
    public String about() {
        return "start of %d residents and %d events in the log to the first tick; 10 GB of disk"
                .formatted(RESIDENTS, EVENTS);
    }

    @Override
    public List<Figures> run() throws Exception {
        try (var folder = new TemporaryFolder()) {
            try (var city = ChildCity.start(
                    folder.path(),
                    "--scenario",
                    "megacity",
                    "--seed",
                    "7",
                    "--speed",
                    "max",
                    "--ticks",
                    "" + TICKS_BEFORE)) {
                city.awaitEnd();
            }
            long events = LongPast.give(folder.path(), EVENTS);
            return measure(folder.path(), events);
        }
    }

    private static List<Figures> measure(Path data, long events) throws Exception {
        var seconds = new double[RUNS];
        var processor = new double[RUNS];
        var memory = new double[RUNS];
        long last = TICKS_BEFORE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            var city = ChildCity.start(data);
            try (city) {
                var http = city.awaitDoors();
                long tick = http.tick();
                while (tick <= last) {
                    Thread.sleep(10);
                    tick = http.tick();
                }
                seconds[run] = (System.nanoTime() - start) / 1e9;
                processor[run] = city.processorSeconds();
                memory[run] = city.residentMegabytes();
            }
            last = city.stoppedAt();
        }
        var params = Map.<String, Object>of("residents", RESIDENTS, "events", events);
        return List.of(
                Figures.of("start-%d.to-first-tick".formatted(RESIDENTS), "s", seconds, params),
                Figures.of("start-%d.cpu".formatted(RESIDENTS), "s", processor, params),
                Figures.of("start-%d.rss".formatted(RESIDENTS), "MB", memory, params));
    }
}
