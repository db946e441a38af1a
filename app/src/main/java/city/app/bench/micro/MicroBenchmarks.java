package city.app.bench.micro;

import city.app.bench.Benchmark;
import city.app.bench.Figures;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jmh.runner.RunnerException;

/// All benchmarks of this package, to be run like any other.
public final class MicroBenchmarks {
    public static final List<Benchmark> ALL = List.of(
            new Forked(
                    "decide",
                    "decisions a second of 10,000 at noon on 1 and on 2 threads",
                    Decide.class,
                    Decide::figures),
            new Forked(
                    "observe", "one look round in cities of 200, 10,000 and 100,000", Observe.class, Observe::figures),
            new Forked(
                    "sleepers",
                    "a tick of 10,000, alone and among 1,000,000 asleep",
                    Sleepers.class,
                    Sleepers::figures),
            new Forked(
                    "scaling",
                    "a tick at four sizes, and the exponent by which it grows",
                    Scaling.class,
                    Scaling::figures),
            new Forked(
                    "steps", "agent steps a second beside a trivial rule in plain arrays", Steps.class, Steps::figures),
            new Forked(
                    "peers",
                    "agent steps a second of that rule in MASON, beside plain arrays",
                    Peers.class,
                    Peers::figures));

    private MicroBenchmarks() {}

    /// @param jmh     the class that JMH runs
    /// @param figures what is read from its results
    private record Forked(String name, String about, Class<?> jmh, Function<List<Measured>, List<Figures>> figures)
            implements Benchmark {
        @Override
        public List<Figures> run() throws RunnerException {
            return figures.apply(Measured.by(jmh));
        }
    }
}
