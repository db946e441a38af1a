package city.app.bench.soak;

import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import city.app.bench.child.ChildCity;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/// The real city for an hour or more, with twenty who listen: whether a day in its second week costs what one in
/// its first did. Verdicts are printed and do not make the run fail.
///
/// @param ticksPerSecond 1 for a real one; more to try the benchmark itself
public record SoakBenchmark(int minutes, int ticksPerSecond) implements Benchmark {
    private static final int DEFAULT_MINUTES = 60;
    private static final String MINUTES = "city.soak.minutes";
    private static final String SPEED = "city.soak.speed";

    /// As long and as fast as `-Dcity.soak.minutes` and `-Dcity.soak.speed` say.
    public static SoakBenchmark asConfigured() {
        return new SoakBenchmark(Integer.getInteger(MINUTES, DEFAULT_MINUTES), Integer.getInteger(SPEED, 1));
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String about() {
        return "10,000 residents with 20 subscribers for %d minutes, day by day (CITY_JAVA_OPTS=-D%s=N for others)"
                .formatted(minutes, MINUTES);
    }

    @Override
    public List<Figures> run() throws Exception {
        return run(new PrintWriter(Writer.nullWriter()));
    }

    @Override
    public List<Figures> run(PrintWriter out) throws Exception {
        try (var folder = new TemporaryFolder();
                var city = ChildCity.start(
                        folder.path(), "--scenario", "metropolis", "--seed", "7", "--speed", "" + ticksPerSecond);
                var watch = Watch.over(city, out)) {
            watch.run(minutes * 60.0, ticksPerSecond);
            return watch.figures(minutes);
        }
    }
}
