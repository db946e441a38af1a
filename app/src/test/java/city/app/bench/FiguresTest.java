package city.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aQuantileIsASampleThatWasTaken() {
        var figures = Figures.of(
                "x",
                "ms",
                IntStream.rangeClosed(1, 200).mapToDouble(it -> 201 - it).toArray(),
                Map.of());

        assertThat(figures.quantile(0)).isEqualTo(1);
        assertThat(figures.quantile(0.5)).isEqualTo(100);
        assertThat(figures.quantile(0.99)).isEqualTo(198);
        assertThat(figures.quantile(1)).isEqualTo(200);
    }

    @Test
    void ofOneSampleEveryQuantileIsThatOne() {
        assertThat(Figures.of("x", "s", new double[] {3}, Map.of()).quantile(0.99))
                .isEqualTo(3);
    }
}
