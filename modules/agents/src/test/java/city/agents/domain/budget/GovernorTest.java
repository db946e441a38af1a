package city.agents.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.domain.budget.Books.Standing;
import city.agents.domain.budget.Reservation.Settlement;
import city.agents.domain.budget.Spend.Unit;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GovernorTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:30Z");
    private static final Instant NEXT_MINUTE = Instant.parse("2026-11-01T12:01:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(10);

    private static final ResidentId ANN = new ResidentId(new UUID(0, 1));
    private static final ResidentId BEN = new ResidentId(new UUID(0, 2));
    private static final Payer CITY = new Payer.City();
    private static final Payer ANNS = new Payer.Resident(ANN);

    /// 100 tokens in, at most 50 out, at most 30 millionths.
    private static final Estimate CALL = new Estimate(100, 50, 30);

    @Test
    void whatFitsIsGrantedAndSetAside() {
        var governor = governor(city(Limit.ofMoney(100), Limit.NONE));

        var granted = granted(governor.reserve(ANN, "home", CALL, NOON));

        assertThat(granted.payer()).isEqualTo(ANNS);
        assertThat(granted.expires()).isEqualTo(NOON.plus(HOLD));
        assertThat(minute(governor, CITY, NOON).reserved()).isEqualTo(new Spend(1, 150, 30));
        assertThat(minute(governor, CITY, NOON).spent()).isEqualTo(Spend.NONE);
    }

    @Test
    void theLastMillionthIsGrantedAndNotOneMore() {
        var governor = governor(city(Limit.NONE, Limit.ofMoney(60)));

        governor.reserve(ANN, "home", CALL, NOON);
        assertThat(governor.reserve(BEN, "home", new Estimate(1, 1, 31), NOON))
                .isEqualTo(new Declined(CITY, Unit.MONEY, Period.DAY, 60, Optional.of(MIDNIGHT)));

        assertThat(governor.reserve(BEN, "home", CALL, NOON)).isInstanceOf(Granted.class);
        assertThat(governor.reserve(BEN, "home", new Estimate(1, 1, 0), NOON)).isInstanceOf(Granted.class);
        assertThat(governor.reserve(BEN, "home", new Estimate(1, 1, 1), NOON)).isInstanceOf(Declined.class);
    }

    @Test
    void whatWasNotUsedIsFreeAgain() {
        var governor = governor(city(Limit.ofTokens(200), Limit.NONE));
        var first = granted(governor.reserve(ANN, "home", CALL, NOON));
        assertThat(governor.reserve(BEN, "home", CALL, NOON)).isInstanceOf(Declined.class);

        assertThat(governor.settle(first, Spend.ofCall(40, 10, 7), NOON)).isEqualTo(Settlement.BOOKED);

        assertThat(minute(governor, CITY, NOON).spent()).isEqualTo(new Spend(1, 50, 7));
        assertThat(minute(governor, CITY, NOON).reserved()).isEqualTo(Spend.NONE);
        assertThat(governor.reserve(BEN, "home", CALL, NOON)).isInstanceOf(Granted.class);
    }

    @Test
    void aCallThatWasNotMadeCostsNothingNotEvenACall() {
        var governor = governor(city(Limit.ofCalls(1), Limit.ofCalls(1)));
        var first = granted(governor.reserve(ANN, "home", CALL, NOON));

        governor.release(first, NOON);

        assertThat(governor.reserve(ANN, "home", CALL, NOON)).isInstanceOf(Granted.class);
    }

    @Test
    void aReservationIsSettledOnce() {
        var governor = governor(Budgets.NONE);
        var call = granted(governor.reserve(ANN, "home", CALL, NOON));

        assertThat(governor.settle(call, Spend.ofCall(1, 1, 1), NOON)).isEqualTo(Settlement.BOOKED);
        assertThat(governor.settle(call, Spend.ofCall(1, 1, 1), NOON)).isEqualTo(Settlement.OVER);
        assertThat(governor.release(call, NOON)).isEqualTo(Settlement.OVER);

        assertThat(minute(governor, CITY, NOON).spent()).isEqualTo(new Spend(1, 2, 1));
    }

    @Test
    void aReservationOfAnotherGovernorIsNone() {
        var governor = governor(Budgets.NONE);
        var own = granted(governor.reserve(ANN, "home", CALL, NOON));
        var foreign = granted(governor(Budgets.NONE).reserve(BEN, "home", CALL, NOON));

        assertThat(foreign.id()).isEqualTo(own.id());
        assertThat(governor.settle(foreign, Spend.NONE, NOON)).isEqualTo(Settlement.OVER);
        assertThat(governor.settle(own, Spend.NONE, NOON)).isEqualTo(Settlement.BOOKED);
    }

    @Test
    void whatNobodySettlesCountsInFullOnceItsTimeIsOver() {
        var governor = governor(city(Limit.NONE, Limit.ofMoney(30)));
        var dead = granted(governor.reserve(ANN, "home", CALL, NOON));
        var later = NOON.plus(HOLD);

        assertThat(governor.settle(dead, Spend.NONE, later)).isEqualTo(Settlement.OVER);

        assertThat(day(governor, CITY, later).spent()).isEqualTo(new Spend(1, 150, 30));
        assertThat(day(governor, CITY, later).reserved()).isEqualTo(Spend.NONE);
        assertThat(governor.expired()).isEqualTo(1);
        assertThat(governor.reserve(ANN, "home", CALL, later)).isInstanceOf(Declined.class);
    }

    @Test
    void aCallIsBookedInThePeriodInWhichItWasGranted() {
        var governor = governor(city(Limit.ofCalls(1), Limit.NONE));
        var call = granted(governor.reserve(ANN, "home", CALL, NEXT_MINUTE.minusSeconds(1)));

        assertThat(governor.reserve(BEN, "home", CALL, NEXT_MINUTE)).isInstanceOf(Granted.class);
        governor.settle(call, CALL.inFull(), NEXT_MINUTE);

        assertThat(minute(governor, CITY, NEXT_MINUTE).spent()).isEqualTo(Spend.NONE);
        assertThat(day(governor, CITY, NEXT_MINUTE).spent()).isEqualTo(new Spend(1, 150, 30));
    }

    @Test
    void aNewMinuteAndANewDayBringNewBudgets() {
        var governor = governor(city(Limit.ofCalls(1), Limit.ofCalls(2)));

        assertThat(governor.reserve(ANN, "home", CALL, NOON)).isInstanceOf(Granted.class);
        assertThat(governor.reserve(ANN, "home", CALL, NOON))
                .isEqualTo(new Declined(CITY, Unit.CALLS, Period.MINUTE, 1, Optional.of(NEXT_MINUTE)));
        assertThat(governor.reserve(ANN, "home", CALL, NEXT_MINUTE)).isInstanceOf(Granted.class);
        assertThat(governor.reserve(ANN, "home", CALL, NEXT_MINUTE))
                .as("of the full minute and the full day, the day")
                .isEqualTo(new Declined(CITY, Unit.CALLS, Period.DAY, 2, Optional.of(MIDNIGHT)));
        assertThat(governor.reserve(ANN, "home", CALL, MIDNIGHT)).isInstanceOf(Granted.class);
    }

    @Test
    void aBudgetOfZeroDeclinesEverythingAndWaitingDoesNotHelp() {
        for (var none : List.of(Limit.ofCalls(0), Limit.ofTokens(0), Limit.ofMoney(0))) {
            var declined = (Declined) governor(city(none, Limit.NONE)).reserve(ANN, "home", CALL, NOON);

            assertThat(declined.limit()).isZero();
            assertThat(declined.until()).isEmpty();
            assertThat(declined.words()).startsWith("the city may use 0 ").endsWith("one call needs more than that");
        }
    }

    @Test
    void whatNeverFitsWeighsMoreThanWhatDoesNotFitToday() {
        var governor = governor(city(Limit.ofMoney(29), Limit.ofCalls(1)));
        governor.reserve(BEN, "home", new Estimate(1, 1, 1), NOON);

        var declined = (Declined) governor.reserve(ANN, "home", CALL, NOON);

        assertThat(declined.unit()).isEqualTo(Unit.MONEY);
        assertThat(declined.until()).isEmpty();
    }

    @Test
    void aResidentHasItsOwnBudgetAndTheCitysAbove() {
        var each = new Allowance(Limit.ofCalls(1), Limit.NONE);
        var governor = governor(new Budgets(new Allowance(Limit.ofCalls(2), Limit.NONE), Map.of(), each));

        governor.reserve(ANN, "home", CALL, NOON);
        assertThat(((Declined) governor.reserve(ANN, "home", CALL, NOON)).words())
                .isEqualTo("resident 00000000-0000-0000-0000-000000000001 may use 1 calls a minute,"
                        + " and has no room until 2026-11-01T12:01:00Z");

        assertThat(governor.reserve(BEN, "home", CALL, NOON)).isInstanceOf(Granted.class);
        assertThat(governor.reserve(new ResidentId(new UUID(0, 3)), "home", CALL, NOON))
                .extracting(it -> ((Declined) it).payer())
                .isEqualTo(CITY);
        assertThat(minute(governor, ANNS, NOON).reserved().calls()).isEqualTo(1);
    }

    @Test
    void aProviderHasABudgetOfItsOwn() {
        var small = new Allowance(Limit.NONE, Limit.ofMoney(30));
        var governor = governor(new Budgets(Allowance.NONE, Map.of("small", small), Allowance.NONE));

        var call = granted(governor.reserve(ANN, "small", CALL, NOON));

        assertThat(governor.reserve(ANN, "small", CALL, NOON))
                .isEqualTo(
                        new Declined(new Payer.Provider("small"), Unit.MONEY, Period.DAY, 30, Optional.of(MIDNIGHT)));
        assertThat(governor.reserve(ANN, "large", CALL, NOON)).isInstanceOf(Granted.class);
        assertThat(minute(governor, CITY, NOON).reserved())
                .as("the city and the resident pay for both")
                .isEqualTo(minute(governor, ANNS, NOON).reserved())
                .isEqualTo(new Spend(2, 300, 60));
        governor.release(call, NOON);
        assertThat(governor.reserve(ANN, "small", CALL, NOON)).isInstanceOf(Granted.class);
    }

    @Test
    void aCallThatUsedMoreThanItsEstimateIsBookedAsItWas() {
        var governor = governor(city(Limit.NONE, Limit.ofMoney(30)));
        var call = granted(governor.reserve(ANN, "home", CALL, NOON));

        governor.settle(call, Spend.ofCall(100, 50, 31), NOON);

        assertThat(day(governor, CITY, NOON).spent().costMicros()).isEqualTo(31);
        assertThat(governor.overruns()).isEqualTo(1);
        assertThat(governor.reserve(ANN, "home", new Estimate(0, 0, 0), NOON)).isInstanceOf(Declined.class);
    }

    @Test
    void whatWasSpentBeforeARestartStillCounts() {
        var budgets = new Budgets(
                new Allowance(Limit.NONE, Limit.ofMoney(100)), Map.of(), new Allowance(Limit.ofCalls(2), Limit.NONE));
        var first = governor(budgets);
        first.settle(granted(first.reserve(ANN, "home", CALL, NOON)), Spend.ofCall(9, 1, 20), NOON);
        first.reserve(ANN, "home", CALL, NOON);

        var second = new Governor(budgets, HOLD, first.books(NOON), NOON.plusSeconds(5));

        assertThat(day(second, CITY, NOON).spent())
                .as("with what was under way in full")
                .isEqualTo(new Spend(2, 160, 50));
        assertThat(second.reserve(ANN, "home", CALL, NOON))
                .extracting(it -> ((Declined) it).payer())
                .isEqualTo(ANNS);
        assertThat(second.reserve(ANN, "home", CALL, NEXT_MINUTE)).isInstanceOf(Granted.class);
        assertThat(second.reserve(BEN, "home", new Estimate(0, 0, 21), NEXT_MINUTE))
                .isInstanceOf(Declined.class);
    }

    @Test
    void aClockThatGoesBackGivesNoSecondBudget() {
        var governor = governor(city(Limit.ofCalls(1), Limit.NONE));
        governor.reserve(ANN, "home", CALL, NEXT_MINUTE);

        assertThat(governor.reserve(ANN, "home", CALL, NOON)).isInstanceOf(Declined.class);
        assertThat(governor.reserve(ANN, "home", CALL, NEXT_MINUTE)).isInstanceOf(Declined.class);
    }

    @Test
    void ofYesterdaysResidentsNothingIsKept() {
        var governor = governor(new Budgets(Allowance.NONE, Map.of("a", Allowance.NONE), Allowance.NONE));
        for (int day = 0; day < 60; day++) {
            var now = NOON.plus(Duration.ofDays(day));
            for (int i = 0; i < 1_000; i++) {
                var call = granted(governor.reserve(new ResidentId(new UUID(day, i)), "a", CALL, now));
                governor.settle(call, Spend.ofCall(1, 1, 1), now);
            }

            assertThat(governor.books(now).pages())
                    .as("city, provider, residents")
                    .hasSize(1_002);
        }
        assertThat(governor.books(NOON.plus(Duration.ofDays(60))).pages()).hasSize(2);
    }

    @Test
    void theStandingsAreOfTheCityAndTheProvidersByName() {
        var a = new Allowance(Limit.ofCalls(5), Limit.NONE);
        var governor =
                governor(new Budgets(Allowance.NONE, Map.of("e", a, "b", a, "d", a, "a", a, "c", a), Allowance.NONE));

        assertThat(governor.standings(NOON))
                .extracting(it -> it.payer().words() + " " + it.period().words())
                .startsWith("the city minute", "the city day", "provider a minute", "provider a day")
                .hasSize(12)
                .endsWith("provider d minute", "provider d day", "provider e minute", "provider e day");
        assertThat(minute(governor, new Payer.Provider("a"), NOON))
                .isEqualTo(new Standing(
                        new Payer.Provider("a"), Period.MINUTE, Limit.ofCalls(5), Spend.NONE, Spend.NONE, NEXT_MINUTE));
    }

    private static Governor governor(Budgets budgets) {
        return new Governor(budgets, HOLD, Books.empty(NOON), NOON);
    }

    private static Budgets city(Limit perMinute, Limit perDay) {
        return new Budgets(new Allowance(perMinute, perDay), Map.of(), Allowance.NONE);
    }

    private static Reservation granted(Verdict verdict) {
        return ((Granted) verdict).reservation();
    }

    private static Standing minute(Governor governor, Payer payer, Instant now) {
        return governor.standings(payer, now).getFirst();
    }

    private static Standing day(Governor governor, Payer payer, Instant now) {
        return governor.standings(payer, now).getLast();
    }
}
