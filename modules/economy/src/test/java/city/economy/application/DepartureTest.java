package city.economy.application;

import static city.economy.application.SmallCity.BAKERY;
import static city.economy.application.SmallCity.BREAD;
import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.firm;
import static city.economy.application.SmallCity.job;
import static city.economy.application.SmallCity.plan;
import static city.economy.application.SmallCity.purse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.economy.AccountId;
import city.economy.EconomyReads.Carried;
import city.economy.FirmPlan.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartureTest {
    @Test
    void whoLeavesIsPaidAndLeavesAllToTheTreasury() {
        var city = SmallCity.with(1);
        city.economy.takeJob(0, job(BAKERY), city.turn);
        city.economy.buy(0, BAKERY, BREAD, 2, city.turn);
        city.work(0, 3);

        city.economy.closeAccount(0, city.turn);

        assertThat(city.economy.balanceOf(0)).isEqualTo(cents(0));
        assertThat(city.balance(AccountId.TREASURY)).isEqualTo(1_000_000 + 10_000 - 500 + 3_000);
        assertThat(city.economy.carried(0, BREAD)).isZero();
        assertThat(city.economy.employmentOf(0)).isEmpty();
        assertThat(city.module.reads().findAccount(city.snapshot(), purse(0)))
                .hasValueSatisfying(it -> assertThat(it.open()).isFalse());
        city.mustBeSound();
    }

    @Test
    void whatItIsStillOwedLapses() {
        var product = new Product("wheat", cents(50), 20, 400, 0, List.of());
        var city = SmallCity.with(2, cents(0), List.of(plan(0, "Farm", 0, 0, product, 1_000)));
        city.economy.takeJob(0, job(0), city.turn);
        city.work(0, 2);

        city.economy.closeAccount(0, city.turn);

        assertThat(city.firmState(0).owed()).isEqualTo(cents(0));
        city.mustBeSound();
    }

    @Test
    void nobodyLeavesTwiceAndNobodyComesTwice() {
        var city = SmallCity.with(1);
        city.economy.closeAccount(0, city.turn);

        assertThatThrownBy(() -> city.economy.closeAccount(0, city.turn))
                .hasMessage("slot must have an open account: 0");
        assertThatThrownBy(() -> city.economy.openAccount(1, SmallCity.resident(0), cents(1), city.turn))
                .hasMessage("account must be a new one: " + purse(0).value());
    }

    @Test
    void readersSeeWhatAResidentHasAndEarns() {
        var city = SmallCity.with(1);
        city.economy.takeJob(0, job(BAKERY), city.turn);
        city.economy.buy(0, BAKERY, BREAD, 2, city.turn);
        var before = city.snapshot();
        city.work(0, 3);

        var purse = city.purseState(0);

        assertThat(purse.accrued()).isEqualTo(cents(3_000));
        assertThat(purse.carried()).containsExactly(new Carried("bread", 2));
        assertThat(purse.job()).hasValueSatisfying(it -> assertThat(it.firm()).isEqualTo(firm(BAKERY)));
        assertThat(city.module
                        .reads()
                        .findPurse(before, SmallCity.resident(0))
                        .orElseThrow()
                        .accrued())
                .isEqualTo(cents(0));
        assertThat(city.module.reads().salesAt(city.snapshot(), FakeWorld.locationId(BAKERY)))
                .singleElement()
                .satisfies(it -> assertThat(it.stock()).isEqualTo(18));
    }
}
