package city.app.bench.micro;

import city.app.bench.Figures;
import city.app.bench.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A tick of a whole city without its database, at sizes whose maps and trades grow along with the people, in the same
/// hours of the same day: seven to eight to warm up, until eleven measured. Each call is the next tick.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 12)
@Measurement(iterations = 36)
public class Scaling {
    private static final int SEVEN = 12;

    /// Three days of a small town compile the code, so that no size is measured colder than another: else the small
    /// ones look dear, and growth slow.
    private static final int PRACTICE_RESIDENTS = 2_000;

    private static final int PRACTICE_TICKS = 3 * 288;

    /// How many live in the city.
    @Param({"2000", "10000", "50000", "100000"})
    public int residents;

    private BareCity city;

    /// Lets JMH found a city and run it to seven.
    @Setup
    public void runToSeven() {
        BareCity.of(BareCity.METROPOLIS, PRACTICE_RESIDENTS).runTo(PRACTICE_TICKS);
        city = BareCity.of(BareCity.METROPOLIS, residents);
        city.runTo(SEVEN);
    }

    /// The next tick.
    @Benchmark
    public Object tick() {
        return city.tick();
    }

    static List<Figures> figures(List<Measured> runs) {
        var figures = new ArrayList<>(figures("", runs, Measured::scores));
        figures.addAll(figures(".cpu", runs, it -> it.counts(CpuOfFork.COUNTER)));
        return figures;
    }

    /// @param what was measured: nothing for time
    private static List<Figures> figures(String what, List<Measured> runs, Function<Measured, double[]> ticks) {
        var figures = new ArrayList<Figures>();
        var sizes = Measured.bySize(runs);
        for (var run : sizes) {
            var params = Map.<String, Object>of("scenario", BareCity.METROPOLIS);
            figures.add(Figures.of("scaling-" + run.residents() + what, "ms", ticks.apply(run), params));
        }
        var exponent = Growth.exponent(
                sizes.stream().mapToDouble(Measured::residents).toArray(),
                figures.stream().mapToDouble(it -> it.quantile(0.5)).toArray());
        var target = Map.<String, Object>of("target", "<= 1.15");
        figures.add(Figures.of("scaling.exponent" + what, "power", new double[] {exponent}, target));
        return figures;
    }
}
