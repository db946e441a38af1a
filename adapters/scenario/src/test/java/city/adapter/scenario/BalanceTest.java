package city.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The built-in scenarios feed and pay their people")
class BalanceTest {
    @ParameterizedTest
    @CsvSource({
        "village, 25",
        "town, 200",
        "town, 2000",
        "metropolis, 10000",
        "megacity, 100000",
        "town, 37",
        "town, 49"
    })
    void foodForAllAndAFifthMoreCanBeMade(String name, int residents) {
        var balance = balance(name, residents);

        assertThat(balance.foodPerMille()).isGreaterThan(balance.need() * 1.2);
        assertThat(balance.load(balance.need() * 1.2))
                .allSatisfy((trade, load) -> assertThat(load)
                        .as("hours that %s must work, of those it has", trade)
                        .isLessThan(1));
    }

    @ParameterizedTest
    @CsvSource({"village, 25", "default, 200", "town, 200", "town, 2000", "metropolis, 10000", "megacity, 100000"})
    void nearlyEverybodyHasWork(String name, int residents) {
        assertThat(balance(name, residents).places()).isBetween(residents * 85 / 100, residents);
    }

    @ParameterizedTest
    @CsvSource({"village, 25", "default, 200", "town, 200", "town, 2000", "metropolis, 10000", "megacity, 100000"})
    void theTreasuryCouldPayItsContractsForAThirdOfAYearWithoutAnyIncome(String name, int residents) {
        var balance = balance(name, residents);

        assertThat(balance.treasury()).isGreaterThan(balance.contracts() * 120);
    }

    @ParameterizedTest
    @CsvSource({"village, 25", "default, 200", "town, 200", "town, 2000", "metropolis, 10000", "megacity, 100000"})
    void wagesAreWhatResidentsSpend(String name, int residents) {
        var balance = balance(name, residents);

        // A twentieth of the hours is not worked: somebody is late, or the place is not taken.
        assertThat(balance.wages() * 0.95).isCloseTo(balance.spending(), Percentage.withPercentage(8));
    }

    @ParameterizedTest
    @CsvSource({"village, 25", "default, 200", "town, 200", "town, 2000", "metropolis, 10000", "megacity, 100000"})
    void everyFirmCanPayItsFirstDaysBeforeItsFirstCustomer(String name, int residents) {
        assertThat(balance(name, residents).firmsShortOfCapital()).isEmpty();
    }

    private static Balance balance(String name, int residents) {
        var scenario = new ScenarioReader().read(name);
        return new Balance(scenario.genesis(OptionalLong.empty(), OptionalInt.of(residents)));
    }
}
