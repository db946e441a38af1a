package city.app.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void theLastDayIsComparedWithTheFirst() {
        assertThat(Trend.lastByFirst(new double[] {10, 50, 11})).isEqualTo(1.1, within(1e-9));
        assertThat(Trend.lastByFirst(new double[] {10})).isNaN();
        assertThat(Trend.lastByFirst(new double[] {0, 5})).isNaN();
    }

    @Test
    void aSundayIsComparedWithTheSundayBefore() {
        var days = new double[] {10, 10, 10, 10, 10, 4, 2, 12, 11, 10};

        assertThat(Trend.byWeekBefore(days)).isEqualTo(1.1, within(1e-9));
        assertThat(Trend.byWeekBefore(new double[7])).isNaN();
    }

    @Test
    void whatADayAddsIsFoundThroughTheNoise() {
        assertThat(Trend.slope(new double[] {100, 102, 104, 106})).isEqualTo(2, within(1e-9));
        assertThat(Trend.slope(new double[] {5, 5, 5})).isZero();
        assertThat(Trend.slope(new double[] {0, 3, 0})).isZero();
        assertThat(Trend.slope(new double[] {1})).isNaN();
    }

    @Test
    void theMiddleOfAnEvenNumberIsTheMeanOfTwo() {
        assertThat(Trend.median(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(Trend.median(new double[] {4, 1, 2, 9})).isEqualTo(3);
    }
}
