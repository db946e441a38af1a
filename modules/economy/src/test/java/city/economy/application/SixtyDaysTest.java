package city.economy.application;

import static city.economy.application.SmallCity.BAKERY;
import static city.economy.application.SmallCity.BREAD;
import static city.economy.application.SmallCity.MEAL;
import static city.economy.application.SmallCity.TAVERN;
import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.till;
import static org.assertj.core.api.Assertions.assertThat;

import city.economy.AccountId;
import city.economy.Economy.BuyResult.Bought;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.FirmPlan;
import city.economy.FirmPlan.Input;
import city.economy.FirmPlan.Product;
import city.economy.Transfer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Eleven people who work and eat, for two months, in a city whose firms belong to all.
class SixtyDaysTest {
    private static final int PEOPLE = 11;
    private static final int DAYS = 60;

    /// Workplaces of farm, mill, bakery, tavern and hall.
    private static final int[] PLACES = {1, 1, 2, 2, 5};

    private final SmallCity city = SmallCity.with(PEOPLE, cents(500_000), plans());
    private int hungryDays;

    @Test
    void moneyGoesRoundAndNobodyStarves() {
        for (int slot = 0; slot < PEOPLE; slot++) {
            var opening = city.economy.openings(1).getFirst();
            city.economy.takeJob(slot, opening.job(), city.turn);
        }
        for (int day = 0; day < DAYS; day++) {
            live(day);
        }

        city.mustBeSound();
        assertThat(hungryDays).isZero();
        assertThat(lastWeek(Transfer.Kind.WAGE)).isPositive();
        assertThat(lastWeek(Transfer.Kind.PURCHASE)).isPositive();
        assertThat(lastWeek(Transfer.Kind.SUPPLY)).isPositive();
        assertThat(lastWeek(Transfer.Kind.CONTRACT)).isPositive();
        for (int firm = 0; firm < 5; firm++) {
            assertThat(city.firmState(firm).owed().minor())
                    .as("owed by firm %d", firm)
                    .isZero();
            assertThat(city.balance(till(firm))).as("till of firm %d", firm).isPositive();
        }
        assertThat(city.balance(AccountId.TREASURY)).isPositive();
    }

    /// Prices by which each firm earns its wages when people spend theirs.
    private static List<FirmPlan> plans() {
        return List.of(
                firmWith(0, 0, 1_000, product("wheat", 300, 5, List.of())),
                firmWith(1, 0, 1_000, product("flour", 700, 5, List.of(new Input("wheat", 1_100)))),
                firmWith(2, 0, 1_000, product("bread", 500, 8, List.of(new Input("flour", 333)))),
                firmWith(3, 0, 1_100, product("meal", 700, 9, List.of(new Input("bread", 500)))),
                firmWith(4, 1_307, 1_201));
    }

    private static Product product(String good, long price, int unitsPerHour, List<Input> inputs) {
        return new Product(good, cents(price), unitsPerHour, 300, 100, inputs);
    }

    private static FirmPlan firmWith(int row, long contract, long wage, Product... products) {
        return new FirmPlan(
                SmallCity.firm(row),
                "Firm " + row,
                FakeWorld.locationId(row),
                AccountId.TREASURY,
                cents(50_000),
                cents(contract),
                List.of(products),
                List.of(SmallCity.shift(row, wage, PLACES[row])));
    }

    private void live(int day) {
        for (int hour = 8; hour < 16; hour++) {
            city.runTo(24L * day + hour);
            for (int slot = 0; slot < PEOPLE; slot++) {
                city.work(slot, 1);
            }
        }
        for (int slot = 0; slot < PEOPLE; slot++) {
            city.economy.payWage(slot, city.turn);
            hungryDays += eat(slot, day) ? 0 : 1;
        }
    }

    /// Bread for every day; meals while there is money to spare, so that wages are spent.
    private boolean eat(int slot, int day) {
        boolean bread = city.economy.buy(slot, BAKERY, BREAD, 3, city.turn) instanceof Bought;
        for (int i = 0; i < 3; i++) {
            city.economy.consume(slot, BREAD);
        }
        for (int meal = 0; meal < 12 && city.economy.balanceOf(slot).minor() > 6_000; meal++) {
            city.economy.buy(slot, TAVERN, MEAL, 1 + (slot + day) % 2, city.turn);
        }
        return bread;
    }

    private long lastWeek(Transfer.Kind kind) {
        var all = city.turn.raised(MoneyTransferred.class);
        return all.subList(all.size() * 6 / 7, all.size()).stream()
                .filter(it -> it.kind() == kind)
                .count();
    }
}
