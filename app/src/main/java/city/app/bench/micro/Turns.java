package city.app.bench.micro;

import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Where one thing is measured beside another, iterations take turns, so that both see the same machine. Iterations to
/// warm up must be even in number.
@State(Scope.Benchmark)
public class Turns {
    private int iteration = -1;

    /// Which of the two an iteration measures.
    enum Which {
        ONE,
        OTHER;

        /// Of the measured iterations, counted from 0.
        static Which of(int iteration) {
            return iteration % 2 == 0 ? ONE : OTHER;
        }

        /// What belongs to this one of what all measured iterations gave.
        double[] of(double[] all) {
            return IntStream.range(0, all.length)
                    .filter(i -> of(i) == this)
                    .mapToDouble(i -> all[i])
                    .toArray();
        }
    }

    /// Called by JMH before each iteration.
    @Setup(Level.Iteration)
    public void next() {
        iteration++;
    }

    boolean is(Which which) {
        return Which.of(iteration) == which;
    }

    /// Of each pair of neighbours how many times the one the other is.
    static double[] ratios(double[] one, double[] other) {
        var ratios = new double[Math.min(one.length, other.length)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = other[i] / one[i];
        }
        return ratios;
    }
}
