package city.agents.domain.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakesTest {
    @ParameterizedTest
    @CsvSource({"100_00, 1000_00", "100_01, 1000_09", "1, 0", "5_00, 3_00"})
    void aTenthOfThePurseOrMoreIsAtStake(String spent, String purse) {
        assertThat(Stakes.areHigh(cents(spent), cents(purse))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"99_99, 1000_00", "100_00, 1000_09", "0, 1000_00", "0, 0"})
    void lessThanATenthIsNot(String spent, String purse) {
        assertThat(Stakes.areHigh(cents(spent), cents(purse))).isFalse();
    }

    @Test
    void whatLeavesLessThanTwoDaysOfFoodIsAtStake() {
        assertThat(Stakes.areHigh(1_00, 19_00)).isFalse();
        assertThat(Stakes.areHigh(1_01, 19_00)).isTrue();
        assertThat(Stakes.areHigh(1, 17_99)).isTrue();
    }

    @Property(tries = 500)
    void itIsExactForAnyAmount(
            @ForAll @LongRange(min = 0) long spent, @ForAll @LongRange(min = Stakes.POOR_MINOR) long purse) {
        var aTenth = BigInteger.valueOf(spent).multiply(BigInteger.TEN).compareTo(BigInteger.valueOf(purse)) >= 0;
        var poor = BigInteger.valueOf(purse)
                        .subtract(BigInteger.valueOf(spent))
                        .compareTo(BigInteger.valueOf(Stakes.POOR_MINOR))
                < 0;

        assertThat(Stakes.areHigh(spent, purse)).isEqualTo(spent > 0 && (aTenth || poor));
    }

    private static long cents(String text) {
        return Long.parseLong(text.replace("_", ""));
    }
}
