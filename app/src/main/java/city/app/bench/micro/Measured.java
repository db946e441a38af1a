package city.app.bench.micro;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What JMH measured with one set of parameters.
record Measured(RunResult result) {
    /// Runs a class in JVMs of its own, which take class path and options from this one.
    static List<Measured> by(Class<?> jmh) throws RunnerException {
        var options = new OptionsBuilder()
                .include(Pattern.quote(jmh.getName() + "."))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .addProfiler(CpuOfFork.class)
                .build();
        return new Runner(options).run().stream().map(Measured::new).toList();
    }

    /// Those of a class that has a parameter `residents`, by it.
    static List<Measured> bySize(List<Measured> runs) {
        return runs.stream()
                .sorted(Comparator.comparingInt(Measured::residents))
                .toList();
    }

    int residents() {
        return Integer.parseInt(result.getParams().getParam("residents"));
    }

    /// The score of each iteration.
    double[] scores() {
        return iterations().mapToDouble(Measured::score).toArray();
    }

    /// What was counted in each iteration.
    double[] counts(String counter) {
        return iterations().mapToDouble(it -> count(it, counter)).toArray();
    }

    /// The scores of those iterations that were of one of two.
    double[] scores(Turns.Which which) {
        return which.of(scores());
    }

    /// What was counted in those iterations that were of one of two.
    double[] counts(Turns.Which which, String counter) {
        return which.of(counts(counter));
    }

    /// Every call that was timed by itself, where JMH was asked to.
    double[] samples() {
        var samples = DoubleStream.builder();
        result.getPrimaryResult().getStatistics().getRawData().forEachRemaining(it -> {
            for (long n = 0; n < it.getValue(); n++) {
                samples.add(it.getKey());
            }
        });
        return samples.build().toArray();
    }

    private static double score(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore();
    }

    private static double count(IterationResult iteration, String counter) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(counter), counter)
                .getScore();
    }

    /// Those that were measured, in order.
    private Stream<IterationResult> iterations() {
        return result.getBenchmarkResults().stream().flatMap(it -> it.getIterationResults().stream());
    }
}
