package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterLintTest {
    @Test
    void whatKeepsTheConventionsPasses() {
        assertThat(MeterLint.complaints("""
                # HELP city_tick_seconds Time.
                # TYPE city_tick_seconds histogram
                city_tick_seconds_bucket{le="+Inf",phase="all"} 3
                city_tick_seconds_count{phase="all"} 3
                city_tick_seconds_sum{phase="all"} 0.1
                # HELP city_events_total Events.
                # TYPE city_events_total counter
                city_events_total 1.5E9
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a_total has no help | # TYPE a_total counter
            a_total has no type | a_total 1
            a is a counter without _total | # TYPE a counter
            a_total is no counter and ends in _total | # TYPE a_total gauge
            a_count ends like a histogram's part | # TYPE a_count gauge
            aB is not in snake case | # TYPE aB gauge
            a:b is not in snake case | # TYPE a:b gauge
            a_gauge names its type | # TYPE a_gauge gauge
            a_ms is not in base units | # TYPE a_ms gauge
            a_ns_total is not in base units | # TYPE a_ns_total counter
            a is of an unknown type thing | # TYPE a thing
            no sample: a one | a one
            a is no number | a NaN
            a is no number | a{b="c"} NaN
            """)
    void eachBreachIsNamed(String complaint, String line) {
        assertThat(MeterLint.complaints(line)).contains(complaint);
    }

    @Test
    void aSampleThatIsThereTwiceIsNamed() {
        assertThat(MeterLint.complaints("# HELP a A.\n# TYPE a gauge\na{b=\"c\"} 1\na{b=\"c\"} 2\n"))
                .containsExactly("twice: a{b=\"c\"} 2");
    }
}
