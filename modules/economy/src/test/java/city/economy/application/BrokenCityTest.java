package city.economy.application;

import static city.economy.application.SmallCity.job;
import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.Participant.Breach;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Small broken cities, each of which the recount must catch.
class BrokenCityTest {
    private final SmallCity city = SmallCity.with(2);

    @BeforeEach
    void twoAtWork() {
        city.economy.takeJob(0, job(SmallCity.FARM), city.turn);
        city.economy.takeJob(1, job(SmallCity.MILL), city.turn);
        city.runTo(1);
        city.mustBeSound();
    }

    @Test
    void moneyOutOfNowhereIsSeenAtTheNextCommit() {
        longs("accounts", "balance").add(6, 1);
        city.participant.loaded(FakeTurn.CLOCK, 0);

        assertThat(city.participant.check()).contains(new Breach("economy.balances-sum-to-zero", "they sum to 1"));
        finds("economy.balances-sum-to-zero");
    }

    @Test
    void aDebtOnAnAccountIsSeen() {
        longs("accounts", "balance").add(7, -10_001);
        longs("accounts", "balance").add(8, 10_001);

        finds("economy.no-account-below-zero");
    }

    @Test
    void stockAboveTheCapIsSeen() {
        longs("products", "stock_milli_units").set(0, 400_001);

        finds("economy.stock-within-cap");
    }

    @Test
    void inputsBelowZeroAreSeen() {
        var stock = longs("input_stocks", "micro_units");
        stock.set(SmallCity.MILL * 4 + SmallCity.WHEAT, -1);

        finds("economy.stock-not-negative");
    }

    @Test
    void aPlaceTakenByNobodyIsSeen() {
        ints("jobs", "taken").add(2, 1);

        finds("economy.taken-places-are-employments");
    }

    @Test
    void debtsWithoutAClaimAreSeen() {
        longs("firms", "owed").set(0, 5);
        finds("economy.arrears-add-up");

        longs("firms", "owed").set(0, 0);
        longs("employment", "owed").set(1, 5);
        finds("economy.arrears-add-up");
    }

    private void finds(String invariant) {
        assertThat(city.participant.audit()).extracting(Breach::invariant).containsExactly(invariant);
    }

    private LongColumn longs(String table, String column) {
        return (LongColumn) column(table, column);
    }

    private IntColumn ints(String table, String column) {
        return (IntColumn) column(table, column);
    }

    private Column column(String table, String column) {
        return city.participant.tables().stream()
                .filter(it -> it.name().equals("economy." + table))
                .flatMap(it -> it.columns().stream())
                .filter(it -> it.name().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
