package city.app.bench.micro;

import city.agents.AgentsReads;
import city.app.bench.Figures;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/// What one resident would see if it looked round now, from one snapshot of nine in the morning, resident after
/// resident. Who looks first after a tick counts who is where, once for all; that is not in the figure.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Observe {
    private static final int NINE = 36;

    /// Prime, so that it goes through everybody, and neighbours in the list do not follow each other.
    private static final int STRIDE = 7_919;

    /// How many live in the city.
    @Param({"200", "10000", "100000"})
    public int residents;

    private AgentsReads reads;
    private Snapshot snapshot;
    private List<ResidentId> all = List.of();
    private int next;

    /// Lets JMH found a city and run it to nine.
    @Setup
    public void runToNine() {
        var city = BareCity.of(BareCity.METROPOLIS, residents);
        city.runTo(NINE);
        reads = city.parts().agents();
        snapshot = city.settle();
        all = city.residents();
    }

    /// One look.
    @Benchmark
    public Optional<AgentsReads.Observation> look() {
        next = (next + STRIDE) % all.size();
        return reads.observe(snapshot, all.get(next));
    }

    static List<Figures> figures(List<Measured> runs) {
        return Measured.bySize(runs).stream()
                .map(run -> Figures.of(
                        "observe-" + run.residents(),
                        "us",
                        run.samples(),
                        Map.of("scenario", BareCity.METROPOLIS, "target", "<= 20")))
                .toList();
    }
}
