package city.economy.application;

import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.job;
import static city.economy.application.SmallCity.purse;
import static org.assertj.core.api.Assertions.assertThat;

import city.economy.AccountId;
import city.economy.Economy.BuyResult.Bought;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.EconomyReads.AccountKind;
import city.economy.EconomyReads.AccountState;
import city.economy.EconomyReads.Day;
import city.economy.EconomyReads.Measures;
import city.economy.EconomyReads.Ranked;
import city.economy.EconomyReads.Spread;
import city.economy.Money;
import city.economy.Transfer;
import city.world.ResidentId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final int RESIDENTS = 40;

    @Test
    void allMoneyIsSomewhere() {
        var city = SmallCity.with(3);

        var measures = measures(city);

        assertThat(measures.inCirculation())
                .isEqualTo(city.module.reads().totals(city.snapshot()).inCirculation());
        assertThat(measures.residents().sum()).isEqualTo(cents(30_000));
        assertThat(measures.firms()).isEqualTo(cents(4 * 200_000 + 5_000));
        assertThat(measures.treasury()).isEqualTo(cents(1_000_000));
    }

    @Test
    void whereAllHaveTheSameTheGiniIsZeroAndWhereOneHasAllItIsNearlyOne() {
        var city = SmallCity.with(4);
        assertThat(measures(city).residents())
                .isEqualTo(new Spread(4, cents(40_000), cents(10_000), cents(10_000), cents(10_000), 0));

        for (int slot = 1; slot < 4; slot++) {
            order(city, purse(slot), purse(0), 10_000);
        }

        assertThat(measures(city).residents())
                .isEqualTo(new Spread(4, cents(40_000), cents(0), cents(0), cents(40_000), 750_000));
    }

    @Test
    void whoHasNoJobIsUnemployed() {
        var city = SmallCity.with(3);
        assertThat(measures(city).unemploymentPerMillion()).isEqualTo(1_000_000);

        city.economy.takeJob(0, job(SmallCity.FARM), city.turn);

        assertThat(measures(city).employed()).isEqualTo(1);
        assertThat(measures(city).unemploymentPerMillion()).isEqualTo(666_666);
    }

    @Test
    void aDaysValueAddedIsWhatWasSoldToResidentsAndTheTreasury() {
        var city = SmallCity.with(2);
        city.economy.takeJob(0, job(SmallCity.HALL), city.turn);
        city.work(0, 2);
        city.economy.payWage(0, city.turn);
        assertThat(city.economy.buy(1, SmallCity.BAKERY, SmallCity.BREAD, 3, city.turn))
                .isInstanceOf(Bought.class);
        city.runTo(2);

        var today = today(city);

        assertThat(today.purchases()).isEqualTo(cents(750));
        assertThat(today.contracts()).isEqualTo(cents(2 * 1_307));
        assertThat(today.wages()).isEqualTo(cents(2 * 1_201));
        assertThat(today.valueAdded()).isEqualTo(cents(750 + 2 * 1_307));
        assertThat(city.turn.raised(MoneyTransferred.class))
                .as("inputs were bought, too, and count nothing")
                .anyMatch(it -> it.kind() == Transfer.Kind.SUPPLY);
    }

    @Test
    void aMonthIsKeptAndADayWithoutSalesIsZero() {
        var city = SmallCity.with(1);
        long first = day(city);
        city.economy.buy(0, SmallCity.BAKERY, SmallCity.BREAD, 1, city.turn);
        assertThat(today(city).purchases()).isEqualTo(cents(250));

        city.turn.tick += 31 * 288;
        assertThat(today(city).purchases()).isEqualTo(cents(0));
        city.economy.buy(0, SmallCity.BAKERY, SmallCity.BREAD, 2, city.turn);

        var days = city.module.reads().days(city.snapshot(), day(city), 100);
        assertThat(days).hasSize(31);
        assertThat(days.getFirst().day()).isEqualTo(first + 31);
        assertThat(days.getFirst().purchases()).isEqualTo(cents(500));
        assertThat(days.subList(1, 31)).allMatch(it -> it.purchases().equals(Money.ZERO));
        assertThat(city.reloaded().checksum()).isEqualTo(city.checksum());
    }

    @Property(tries = 100)
    void aLookAgainFindsWhatARecountFinds(
            @ForAll @Size(max = 60) List<@IntRange(max = 99_999) Integer> deeds,
            @ForAll @IntRange(min = 1, max = 9) int looks) {
        var city = SmallCity.with(RESIDENTS);
        int done = 0;
        for (int deed : deeds) {
            int slot = deed % RESIDENTS;
            boolean leaves = deed % 17 == 0 && account(city, slot).open();
            if (leaves) {
                city.economy.closeAccount(slot, city.turn);
            } else {
                order(city, purse(slot), purse((slot + 1 + deed % (RESIDENTS - 1)) % RESIDENTS), 1 + deed / 10);
            }
            if (++done % looks == 0) {
                assertThat(measures(city).residents()).isEqualTo(recount(city));
            }
        }

        assertThat(measures(city).residents()).isEqualTo(recount(city));
        assertThat(measures(city).residents()).isEqualTo(recount(city));
        assertThat(board(city, 7)).isEqualTo(boardAnew(city));
    }

    private static Measures measures(SmallCity city) {
        return city.module.reads().measures(city.snapshot());
    }

    private static long day(SmallCity city) {
        return FakeTurn.CLOCK.day(city.turn.tick);
    }

    private static Day today(SmallCity city) {
        return city.module.reads().days(city.snapshot(), day(city), 1).getFirst();
    }

    private static void order(SmallCity city, AccountId from, AccountId to, long minor) {
        city.participant.handle(new OrderTransfer(city.gift(from, to, minor)), city.turn);
    }

    private static AccountState account(SmallCity city, int slot) {
        return city.module.reads().findAccount(city.snapshot(), purse(slot)).orElseThrow();
    }

    private static List<AccountState> present(SmallCity city) {
        return city.module.reads().accounts(city.snapshot()).stream()
                .filter(it -> it.kind() == AccountKind.RESIDENT && it.open())
                .toList();
    }

    private static Spread recount(SmallCity city) {
        var balances =
                present(city).stream().map(it -> it.balance().minor()).sorted().toList();
        int n = balances.size();
        long sum = balances.stream().mapToLong(it -> it).sum();
        var differences = BigDecimal.ZERO;
        for (long one : balances) {
            for (long other : balances) {
                differences = differences.add(BigDecimal.valueOf(Math.abs(one - other)));
            }
        }
        int gini = sum == 0
                ? 0
                : differences
                        .multiply(BigDecimal.valueOf(1_000_000))
                        .divide(BigDecimal.valueOf(2L * n * sum), 0, RoundingMode.DOWN)
                        .intValueExact();
        return new Spread(
                n,
                cents(sum),
                cents(balances.get(Math.ceilDiv(n * 10, 100) - 1)),
                cents(balances.get(Math.ceilDiv(n * 50, 100) - 1)),
                cents(balances.get(Math.ceilDiv(n * 90, 100) - 1)),
                gini);
    }

    /// Page by page.
    private static List<Ranked> board(SmallCity city, int limit) {
        var all = new ArrayList<Ranked>();
        var page = city.module.reads().wealthiest(city.snapshot(), Optional.empty(), limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = city.module.reads().wealthiest(city.snapshot(), Optional.of(page.getLast()), limit);
        }
        return all;
    }

    private static List<Ranked> boardAnew(SmallCity city) {
        var sorted = present(city).stream()
                .sorted(Comparator.comparing(AccountState::balance)
                        .reversed()
                        .thenComparing(it -> it.id().value()))
                .toList();
        var all = new ArrayList<Ranked>();
        for (var one : sorted) {
            all.add(new Ranked(all.size() + 1, new ResidentId(one.id().value()), one.balance()));
        }
        return all;
    }
}
