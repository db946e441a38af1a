package city.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What benchmarks compute from what they measured.
class ArithmeticTest {
    @Test
    void growthIsTheExponentOfTheSize() {
        var sizes = new double[] {200, 2_000, 8_000};

        assertThat(Growth.exponent(sizes, sizes)).isCloseTo(1, within(1e-9));
        assertThat(Growth.exponent(
                        sizes, Arrays.stream(sizes).map(it -> 5 * it * it).toArray()))
                .isCloseTo(2, within(1e-9));
        assertThat(Growth.exponent(sizes, new double[] {7, 7, 7})).isCloseTo(0, within(1e-9));
    }

    /// Of 200 ticks on all cores 150 were busy, and 100 of these our own.
    @Test
    void othersAreWhoeverIsBusyAndNotWe() {
        var before = new CpuTimes(1_000, 5_000, 300);
        var after = new CpuTimes(1_150, 5_050, 400);

        assertThat(before.percentOfOthersUntil(Optional.of(after))).contains(25L);
        assertThat(before.percentOfOthersUntil(Optional.empty())).isEmpty();
    }

    @Test
    void aFigureKeepsWhatItWasRunWith() {
        var figure = Figures.of("tick", "ms", new double[] {3, 1, 2}, Map.of("residents", 200))
                .with("others_cpu_percent", 12);

        assertThat(figure.quantile(0.5)).isEqualTo(2);
        assertThat(figure.json()).contains("\"residents\":\"200\"").contains("\"others_cpu_percent\":\"12\"");
    }
}
