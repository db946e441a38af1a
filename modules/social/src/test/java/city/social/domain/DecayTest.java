package city.social.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecayTest {
    private static final int DAY = 24 * 60;

    @Property
    void aValueFadesByAHundredthADay(
            @ForAll @IntRange(min = -1000, max = 1000) int value, @ForAll @IntRange(max = 400) int days) {
        assertThat((double) Decay.after(value, (long) days * DAY))
                .isCloseTo(value * StrictMath.pow(0.99, days), within(0.51));
    }

    @Property
    void itNeverGrowsAndNeverChangesSides(
            @ForAll @IntRange(min = -1000, max = 1000) int value,
            @ForAll @IntRange(max = 2_000_000) int minutes,
            @ForAll @IntRange(max = 100_000) int more) {
        int sooner = Decay.after(value, minutes);
        int later = Decay.after(value, (long) minutes + more);

        assertThat(Math.abs(later)).isLessThanOrEqualTo(Math.abs(sooner)).isLessThanOrEqualTo(Math.abs(value));
        assertThat((long) later * value).isNotNegative();
    }
}
