package city.economy.application;

import static city.economy.application.SmallCity.BAKERY;
import static city.economy.application.SmallCity.FARM;
import static city.economy.application.SmallCity.FLOUR;
import static city.economy.application.SmallCity.MILL;
import static city.economy.application.SmallCity.WHEAT;
import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.firm;
import static city.economy.application.SmallCity.plan;
import static city.economy.application.SmallCity.purse;
import static city.economy.application.SmallCity.till;
import static org.assertj.core.api.Assertions.assertThat;

import city.economy.AccountId;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.FirmPlan;
import city.economy.FirmPlan.Product;
import city.economy.Transfer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessDayTest {
    /// Two places of eight hours at 10.00: a day costs 160.00, and three are kept.
    private static final long RESERVE = 48_000;

    @Test
    void firmsBuyWhatTheyUseUpOnTheHourAndNotBetween() {
        var city = SmallCity.with(0);

        city.turn.tick = 10;
        city.participant.phase(city.turn);
        assertThat(supplies(city)).isEmpty();

        city.runTo(1);
        assertThat(supplies(city)).hasSize(3);
        assertThat(city.stock(FARM, WHEAT)).isZero();
        assertThat(city.stock(MILL, FLOUR)).isZero();
        city.mustBeSound();
    }

    @Test
    void aTavernLeavesHalfOfTheBreadToPeople() {
        var city = SmallCity.with(0);

        city.runTo(1);

        assertThat(city.stock(BAKERY, SmallCity.BREAD)).isEqualTo(10);
    }

    @Test
    void aClosedMillDeliversNothing() {
        var city = SmallCity.with(0);
        city.world.shut.set(MILL);

        city.runTo(1);

        assertThat(city.stock(MILL, FLOUR)).isEqualTo(20);
        assertThat(city.stock(FARM, WHEAT)).isEqualTo(100);
    }

    @Test
    void atMidnightTheSurplusGoesToTheOwner() {
        var city = SmallCity.with(1, cents(0), List.of(ownedBy(purse(0), RESERVE + 5_000)));

        city.runTo(23);
        assertThat(city.balance(till(0))).isEqualTo(RESERVE + 5_000);

        city.runTo(24);
        assertThat(city.balance(till(0))).isEqualTo(RESERVE);
        assertThat(city.economy.balanceOf(0)).isEqualTo(cents(15_000));
    }

    @Test
    void theSurplusOfAFirmWhoseOwnerIsNotThereGoesToTheTreasury() {
        var city = SmallCity.with(1, cents(0), List.of(ownedBy(purse(7), RESERVE + 5_000)));

        city.runTo(24);

        assertThat(city.balance(AccountId.TREASURY)).isEqualTo(5_000);
    }

    @Test
    void aFirmWithoutSurplusPaysNoDividend() {
        var city = SmallCity.with(1, cents(0), List.of(ownedBy(purse(0), RESERVE)));

        city.runTo(48);

        assertThat(city.economy.balanceOf(0)).isEqualTo(cents(10_000));
    }

    @Test
    void anEmptyTreasuryPaysItsContractsWhenItCan() {
        var city = SmallCity.with(1, cents(0), SmallCity.plans());
        city.economy.takeJob(0, SmallCity.job(SmallCity.HALL), city.turn);
        city.work(0, 1);
        city.runTo(1);
        assertThat(city.balance(till(SmallCity.HALL))).isEqualTo(5_000);

        city.economy.transfer(city.gift(purse(0), AccountId.TREASURY, 2_000), city.turn);
        city.runTo(2);

        assertThat(city.balance(till(SmallCity.HALL))).isEqualTo(5_000 + 1_307);
        assertThat(city.balance(AccountId.TREASURY)).isEqualTo(2_000 - 1_307);
    }

    @Test
    void farmMillAndBakeryKeepBreadComing() {
        var city = SmallCity.with(6);
        for (int slot = 0; slot < 6; slot++) {
            city.economy.takeJob(slot, SmallCity.job(slot / 2), city.turn);
        }
        for (int day = 0; day < 5; day++) {
            for (int hour = 8; hour < 16; hour++) {
                city.runTo(24L * day + hour);
                for (int slot = 0; slot < 6; slot++) {
                    city.work(slot, 1);
                }
            }
        }

        assertThat(city.stock(BAKERY, SmallCity.BREAD)).isGreaterThan(200);
        city.mustBeSound();
    }

    private static FirmPlan ownedBy(AccountId owner, long capital) {
        var product = new Product("wheat", cents(50), 20, 400, 0, List.of());
        var plan = plan(0, "Farm", capital, 0, product, 1_000);
        return new FirmPlan(
                firm(0), plan.name(), plan.location(), owner, plan.capital(), cents(0), plan.products(), plan.jobs());
    }

    private static List<MoneyTransferred> supplies(SmallCity city) {
        return city.turn.raised(MoneyTransferred.class).stream()
                .filter(it -> it.kind() == Transfer.Kind.SUPPLY)
                .toList();
    }
}
