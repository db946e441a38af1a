package city.economy.application;

import static city.economy.application.SmallCity.BAKERY;
import static city.economy.application.SmallCity.BREAD;
import static city.economy.application.SmallCity.FARM;
import static city.economy.application.SmallCity.HALL;
import static city.economy.application.SmallCity.MILL;
import static city.economy.application.SmallCity.WHEAT;
import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.firm;
import static city.economy.application.SmallCity.job;
import static city.economy.application.SmallCity.plan;
import static city.economy.application.SmallCity.purse;
import static city.economy.application.SmallCity.resident;
import static city.economy.application.SmallCity.till;
import static org.assertj.core.api.Assertions.assertThat;

import city.economy.AccountId;
import city.economy.Economy.JobRefusal;
import city.economy.EconomyEvent.ArrearsPaid;
import city.economy.EconomyEvent.Hired;
import city.economy.EconomyEvent.LeftJob;
import city.economy.EconomyEvent.WageOwed;
import city.economy.FirmPlan;
import city.economy.FirmPlan.Product;
import city.economy.JobId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkTest {
    private final SmallCity city = SmallCity.with(4);

    @Test
    void anOpeningIsTakenUntilAllPlacesAre() {
        assertThat(city.economy.takeJob(0, job(FARM), city.turn)).isEmpty();
        assertThat(city.economy.takeJob(1, job(FARM), city.turn)).isEmpty();

        assertThat(city.economy.takeJob(2, job(FARM), city.turn)).contains(JobRefusal.NO_FREE_PLACE);
        assertThat(city.economy.takeJob(0, job(MILL), city.turn)).contains(JobRefusal.HAS_A_JOB);
        assertThat(city.economy.takeJob(2, new JobId(new UUID(0, 1)), city.turn))
                .contains(JobRefusal.NO_SUCH_JOB);
        assertThat(city.economy.openings(2)).extracting(it -> it.job()).containsExactly(job(MILL), job(BAKERY));
        assertThat(city.turn.raised(Hired.class)).hasSize(2);
        city.mustBeSound();
    }

    @Test
    void whoQuitsIsPaidFirstAndLeavesAPlace() {
        city.economy.takeJob(0, job(FARM), city.turn);
        city.work(0, 2);

        assertThat(city.economy.quitJob(0, city.turn)).isEmpty();

        assertThat(city.economy.balanceOf(0)).isEqualTo(cents(12_000));
        assertThat(city.economy.employmentOf(0)).isEmpty();
        assertThat(city.economy.quitJob(0, city.turn)).contains(JobRefusal.HAS_NO_JOB);
        assertThat(city.turn.raised(LeftJob.class)).hasSize(1);
        city.mustBeSound();
    }

    @Test
    void minutesAddUpToHoursExactly() {
        city.economy.takeJob(0, job(HALL), city.turn);
        for (int i = 0; i < 60; i++) {
            city.economy.book(0, 1, city.turn);
            city.economy.payWage(0, city.turn);
        }

        assertThat(city.economy.balanceOf(0)).isEqualTo(cents(10_000 + 1_201));
    }

    @Test
    void anHourOfWorkMakesStockUpToTheCap() {
        city.economy.takeJob(0, job(FARM), city.turn);

        city.work(0, 3);
        assertThat(city.stock(FARM, WHEAT)).isEqualTo(160);

        city.work(0, 100);
        assertThat(city.stock(FARM, WHEAT)).isEqualTo(400);
        city.mustBeSound();
    }

    @Test
    void withoutInputsNoBreadIsMadeButTheWageIsEarned() {
        city.economy.takeJob(0, job(BAKERY), city.turn);

        city.work(0, 1);

        assertThat(city.stock(BAKERY, BREAD)).isEqualTo(20);
        assertThat(city.economy.payWage(0, city.turn)).isEqualTo(cents(1_000));
    }

    @Test
    void sevenMinutesAndTheRestMakeWhatAnHourMakes() {
        city.world.shut.set(SmallCity.TAVERN);
        city.runTo(1);
        city.economy.takeJob(0, job(BAKERY), city.turn);
        for (int minutes : new int[] {7, 11, 13, 29}) {
            city.economy.book(0, minutes, city.turn);
        }

        assertThat(city.stock(BAKERY, BREAD)).isEqualTo(37);
    }

    @Test
    void whoMakesTwoThingsMakesWhatIsScarcer() {
        var two = SmallCity.with(
                1,
                cents(0),
                List.of(new FirmPlan(
                        firm(0),
                        "Workshop",
                        FakeWorld.locationId(0),
                        AccountId.TREASURY,
                        cents(0),
                        cents(0),
                        List.of(
                                new Product("bread", cents(1), 10, 100, 50, List.of()),
                                new Product("wheat", cents(1), 10, 1000, 100, List.of())),
                        List.of(SmallCity.shift(0, 0, 1)))));
        two.economy.takeJob(0, job(0), two.turn);

        two.work(0, 1);

        assertThat(two.stock(0, WHEAT)).isEqualTo(110);
        assertThat(two.stock(0, BREAD)).isEqualTo(50);
    }

    @Test
    void nothingIsMadeOrEarnedWhereSomebodyClosedTheDoor() {
        city.economy.takeJob(0, job(FARM), city.turn);
        city.world.shut.set(FARM);
        var before = city.checksum();

        city.work(0, 5);

        assertThat(city.checksum()).isEqualTo(before);
    }

    @Test
    void theTreasuryPaysForHoursWorkedForAll() {
        city.economy.takeJob(0, job(HALL), city.turn);
        city.work(0, 2);

        city.runTo(1);

        assertThat(city.balance(AccountId.TREASURY)).isEqualTo(1_000_000 - 2 * 1_307);
    }

    @Test
    void aWageThatTheFirmCannotPayIsOwedAndPaidLater() {
        var poor = SmallCity.with(1, cents(0), List.of(plan(0, "Farm", 300, 0, wheat(), 1_000)));
        poor.economy.takeJob(0, job(0), poor.turn);
        poor.work(0, 1);

        assertThat(poor.economy.payWage(0, poor.turn)).isEqualTo(cents(300));
        assertThat(poor.firmState(0).owed()).isEqualTo(cents(700));
        assertThat(poor.purseState(0).owed()).isEqualTo(cents(700));
        assertThat(poor.turn.raised(WageOwed.class)).containsExactly(new WageOwed(resident(0), firm(0), cents(700)));
        poor.mustBeSound();

        poor.economy.transfer(poor.gift(purse(0), till(0), 900), poor.turn);
        poor.runTo(1);

        assertThat(poor.economy.balanceOf(0)).isEqualTo(cents(10_000 + 300 - 900 + 700));
        assertThat(poor.firmState(0).owed()).isEqualTo(cents(0));
        assertThat(poor.turn.raised(ArrearsPaid.class))
                .containsExactly(new ArrearsPaid(resident(0), firm(0), cents(700)));
        poor.mustBeSound();
    }

    @Test
    void theOldestClaimIsPaidFirst() {
        var poor = SmallCity.with(2, cents(0), List.of(plan(0, "Farm", 0, 0, wheat(), 1_000)));
        poor.economy.takeJob(0, job(0), poor.turn);
        poor.economy.takeJob(1, job(0), poor.turn);
        poor.work(1, 1);
        poor.economy.payWage(1, poor.turn);
        poor.runTo(1);
        poor.work(0, 1);
        poor.economy.payWage(0, poor.turn);

        poor.economy.transfer(poor.gift(purse(0), till(0), 1_200), poor.turn);
        poor.runTo(2);

        assertThat(poor.purseState(1).owed()).isEqualTo(cents(0));
        assertThat(poor.purseState(0).owed()).isEqualTo(cents(800));
        poor.mustBeSound();
    }

    @Test
    void aFirmInDebtStillBuysFlour() {
        var plans = List.of(
                plan(0, "Mill", 0, 0, new Product("flour", cents(100), 20, 300, 100, List.of()), 0),
                plan(1, "Bakery", 0, 0, SmallCity.made("bread", 250, 17, new FirmPlan.Input("flour", 500)), 1_000));
        var poor = SmallCity.with(1, cents(0), plans);
        poor.economy.takeJob(0, job(1), poor.turn);
        poor.work(0, 8);
        poor.economy.payWage(0, poor.turn);

        poor.economy.buy(0, 1, BREAD, 20, poor.turn);
        poor.runTo(1);

        assertThat(poor.balance(till(0))).isPositive();
        assertThat(poor.purseState(0).owed()).isEqualTo(cents(8_000 - 2_500));
        poor.work(0, 1);
        assertThat(poor.stock(1, BREAD)).isPositive();
    }

    private static Product wheat() {
        return new Product("wheat", cents(50), 20, 400, 0, List.of());
    }
}
