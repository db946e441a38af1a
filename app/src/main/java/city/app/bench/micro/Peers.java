package city.app.bench.micro;

import static city.app.bench.micro.Turns.Which.ONE;
import static city.app.bench.micro.Turns.Which.OTHER;

import city.app.bench.Figures;
import city.app.bench.peers.MasonAgents;
import city.app.bench.peers.PlainAgents;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Agent steps a second of the trivial rule on one thread, in MASON and in plain arrays: what `steps` stands beside.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 20, time = 1)
public class Peers {
    private static final int AGENTS = 10_000;

    private final PlainAgents plain = new PlainAgents(AGENTS);
    private final MasonAgents mason = new MasonAgents(AGENTS);

    /// Of everybody.
    @Benchmark
    @OperationsPerInvocation(AGENTS)
    public void step(Turns turns) {
        if (turns.is(ONE)) {
            plain.step();
        } else {
            mason.step();
        }
    }

    static List<Figures> figures(List<Measured> runs) {
        var run = runs.getFirst();
        var params = Map.<String, Object>of("agents", AGENTS, "threads", 1);
        return List.of(
                Figures.of("peers.plain", "1/s", run.scores(ONE), params),
                Figures.of("peers.mason", "1/s", run.scores(OTHER), params));
    }
}
