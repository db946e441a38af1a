package city.app.bench.micro;

import static city.app.bench.micro.Turns.Which.ONE;
import static city.app.bench.micro.Turns.Which.OTHER;

import city.app.bench.Figures;
import city.app.bench.peers.PlainAgents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Agent steps a second on one thread: whole ticks of the city, beside a trivial rule that does nothing but step. In
/// the city only who is awake decides; a resident that works or sleeps lives through the tick for nothing.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 20, time = 1)
public class Steps {
    private static final int RESIDENTS = 10_000;
    private static final int DAY = 288;

    private final PlainAgents peer = new PlainAgents(RESIDENTS);
    private BareCity city;

    /// Summed up by JMH, and divided by the time.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counted {
        /// Decisions that were made and carried out.
        public long decided;

        /// Ticks that a resident lived through, awake or not.
        public long lived;

        /// Steps of the trivial rule.
        public long stepped;
    }

    /// Lets JMH found a city and run it for a day.
    @Setup
    public void liveADay() {
        city = BareCity.of(BareCity.METROPOLIS, RESIDENTS);
        city.runTo(DAY);
    }

    /// A tick of everybody.
    @Benchmark
    public void tick(Turns turns, Counted counted) {
        if (turns.is(ONE)) {
            long before = city.decisions();
            city.tick();
            counted.decided += city.decisions() - before;
            counted.lived += RESIDENTS;
        } else {
            peer.step();
            counted.stepped += RESIDENTS;
        }
    }

    static List<Figures> figures(List<Measured> runs) {
        var run = runs.getFirst();
        var params = Map.<String, Object>of("residents", RESIDENTS, "threads", 1);
        return List.of(
                Figures.of("steps.decided", "1/s", run.counts(ONE, "decided"), params),
                Figures.of("steps.lived", "1/s", run.counts(ONE, "lived"), params),
                Figures.of("steps.peer", "1/s", run.counts(OTHER, "stepped"), params));
    }
}
