package city.app.bench.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpositionTest {
    private final Exposition metrics = new Exposition("""
            # HELP city_thread_cpu_seconds_total Processor time.
            # TYPE city_thread_cpu_seconds_total counter
            city_thread_cpu_seconds_total{thread="city"} 12.5
            city_thread_cpu_seconds_total{thread="shards"} 2.5
            city_rows_total 1.2E7
            city_rows_total_more 1
            """);

    @Test
    void samplesOfANameAreAddedOrPickedByALabel() {
        assertThat(metrics.sum("city_thread_cpu_seconds_total", "")).isEqualTo(15);
        assertThat(metrics.sum("city_thread_cpu_seconds_total", "thread=\"city\""))
                .isEqualTo(12.5);
        assertThat(metrics.sum("city_rows_total", "")).isEqualTo(12_000_000);
    }

    @Test
    void aMeterThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> metrics.sum("city_cows_total", "")).hasMessageContaining("city_cows_total");
    }
}
