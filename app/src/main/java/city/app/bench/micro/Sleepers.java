package city.app.bench.micro;

import static city.app.bench.micro.Turns.Which.ONE;
import static city.app.bench.micro.Turns.Which.OTHER;

import city.app.bench.Figures;
import city.world.kernel.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A tick of 10,000 awake, beside one of the same 10,000 among {@link Dormitories}: what sleeps must cost next to
/// nothing. From eight to nine to warm up, until one measured, both cities tick by tick in turns.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 24)
@Measurement(iterations = 96)
public class Sleepers {
    private static final int AWAKE = 10_000;
    private static final int ASLEEP = 1_000_000;
    private static final int EIGHT = 24;

    private BareCity alone;
    private BareCity among;

    /// Lets JMH found both cities, run them to eight, and send a million to bed in one of them.
    @Setup
    public void goToBed() {
        var genesis = Dormitories.beside(BareCity.genesis(BareCity.METROPOLIS, AWAKE), ASLEEP);
        alone = BareCity.of(genesis, Shards.sequential());
        among = BareCity.of(genesis, Shards.sequential());
        alone.runTo(EIGHT);
        among.runTo(EIGHT);
        Dormitories.fill(among, ASLEEP);
    }

    /// The next tick of one of the cities.
    @Benchmark
    public Object tick(Turns turns) {
        return (turns.is(ONE) ? alone : among).tick();
    }

    /// The figures mean something only when the sleepers slept and the others lived the same life.
    @TearDown
    public void compare() {
        if (alone.decisions() != among.decisions()) {
            throw new IllegalStateException(
                    "both cities must decide as often: %d and %d".formatted(alone.decisions(), among.decisions()));
        }
    }

    static List<Figures> figures(List<Measured> runs) {
        var run = runs.getFirst();
        var figures = new ArrayList<>(figures("", run.scores(ONE), run.scores(OTHER)));
        figures.addAll(figures(".cpu", run.counts(ONE, CpuOfFork.COUNTER), run.counts(OTHER, CpuOfFork.COUNTER)));
        return figures;
    }

    /// @param what was measured: nothing for time
    private static List<Figures> figures(String what, double[] one, double[] other) {
        var params = Map.<String, Object>of("awake", AWAKE, "scenario", BareCity.METROPOLIS);
        return List.of(
                Figures.of("sleepers-0" + what, "ms", one, params),
                Figures.of("sleepers-" + ASLEEP + what, "ms", other, params),
                Figures.of("sleepers.ratio" + what, "times", Turns.ratios(one, other), Map.of("target", "<= 2")));
    }
}
