package city.app.bench.micro;

import static city.app.bench.micro.Turns.Which.ONE;
import static city.app.bench.micro.Turns.Which.OTHER;

import city.agents.AgentsCommand.Pause;
import city.agents.AgentsCommand.Resume;
import city.app.bench.Figures;
import city.world.kernel.engine.PooledShards;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The decide part of a tick alone: everybody looks round and decides, nobody does anything. It is noon, and all were
/// woken by pausing and resuming them, so each has the plan of its day and nothing in hand.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 32, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class Decide {
    private static final int DECISIONS = 10_000;

    /// Some are on the way, and those do not decide.
    private static final int RESIDENTS = 12_000;

    /// Noon: the city is founded at six, and a tick is five minutes.
    private static final int NOON = 72;

    private final HeldDecisions held = new HeldDecisions();
    private final PooledShards one = new PooledShards(1);
    private final PooledShards two = new PooledShards(2);

    /// Lets JMH stop a tick of a city where all decide.
    @Setup
    public void stopAtNoon() {
        var city = BareCity.of(BareCity.genesis(BareCity.METROPOLIS, RESIDENTS), held);
        city.runTo(NOON);
        var all = city.residents();
        all.forEach(it -> city.order(new Pause(it)));
        all.forEach(it -> city.order(new Resume(it)));
        city.settle();
        held.hold();
        try {
            city.tick();
        } catch (HeldDecisions.Held e) {
            requireEnough(held.count());
        }
    }

    /// One call is 10,000 decisions.
    @Benchmark
    @OperationsPerInvocation(DECISIONS)
    public void all(Turns turns) {
        (turns.is(ONE) ? one : two).forEachRange(DECISIONS, held.work());
    }

    /// Ends the threads.
    @TearDown
    public void close() {
        one.close();
        two.close();
    }

    static List<Figures> figures(List<Measured> runs) {
        var run = runs.getFirst();
        var params = Map.<String, Object>of("scenario", BareCity.METROPOLIS, "decisions", DECISIONS);
        var onOne = run.scores(ONE);
        var onTwo = run.scores(OTHER);
        return List.of(
                Figures.of("decide-1", "1/s", onOne, params),
                Figures.of("decide-2", "1/s", onTwo, params),
                Figures.of("decide.ratio", "times", Turns.ratios(onOne, onTwo), Map.of("target", ">= 1.6")));
    }

    private static void requireEnough(int awake) {
        if (awake < DECISIONS) {
            throw new IllegalStateException("at least %d must be about to decide: %d".formatted(DECISIONS, awake));
        }
    }
}
