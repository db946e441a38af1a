package city.economy.application;

import static city.economy.application.SmallCity.BAKERY;
import static city.economy.application.SmallCity.BREAD;
import static city.economy.application.SmallCity.FARM;
import static city.economy.application.SmallCity.MEAL;
import static city.economy.application.SmallCity.TAVERN;
import static city.economy.application.SmallCity.WHEAT;
import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.firm;
import static city.economy.application.SmallCity.plan;
import static city.economy.application.SmallCity.purse;
import static city.economy.application.SmallCity.till;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.economy.AccountId;
import city.economy.Economy.BuyResult;
import city.economy.Economy.BuyResult.Bought;
import city.economy.Economy.BuyResult.CannotAfford;
import city.economy.Economy.BuyResult.HandsFull;
import city.economy.Economy.BuyResult.NotForSale;
import city.economy.Economy.BuyResult.OutOfStock;
import city.economy.Economy.BuyResult.ShopClosed;
import city.economy.Economy.Offer;
import city.economy.FirmPlan;
import city.economy.FirmPlan.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketTest {
    private final SmallCity city = SmallCity.with(2);

    @Test
    void breadThatIsBoughtIsCarriedAndPaid() {
        long before = city.balance(till(BAKERY));

        var result = city.economy.buy(0, BAKERY, BREAD, 3, city.turn);

        assertThat(result).isEqualTo(new Bought(cents(750)));
        assertThat(city.economy.carried(0, BREAD)).isEqualTo(3);
        assertThat(city.balance(till(BAKERY))).isEqualTo(before + 750);
        assertThat(city.stock(BAKERY, BREAD)).isEqualTo(17);
    }

    @Test
    void aMealIsEatenWhereItIsBought() {
        city.economy.buy(0, TAVERN, MEAL, 1, city.turn);

        assertThat(city.economy.carried(0, MEAL)).isZero();
        assertThat(city.stock(TAVERN, MEAL)).isEqualTo(19);
    }

    @Test
    void whatIsCarriedIsUsedUpOneByOne() {
        city.economy.buy(0, BAKERY, BREAD, 1, city.turn);

        assertThat(city.economy.consume(0, BREAD)).isTrue();
        assertThat(city.economy.consume(0, BREAD)).isFalse();
        city.mustBeSound();
    }

    @Test
    void whatIsNotThereIsNotSold() {
        refuses(BAKERY, MEAL, 1, new NotForSale());
        refuses(9, BREAD, 1, new NotForSale());
        refuses(BAKERY, BREAD, 21, new OutOfStock(20));
    }

    @Test
    void aClosedShopSellsNothing() {
        city.world.shut.set(BAKERY);

        refuses(BAKERY, BREAD, 1, new ShopClosed());
    }

    @Test
    void whoCannotAffordItGoesWithout() {
        city.economy.transfer(city.gift(purse(0), purse(1), 9_800), city.turn);

        refuses(BAKERY, BREAD, 1, new CannotAfford(cents(50)));
    }

    @Test
    void handsHoldAHundredOfAGood() {
        city.economy.buy(0, FARM, WHEAT, 100, city.turn);
        city.economy.takeJob(1, SmallCity.job(FARM), city.turn);
        city.work(1, 1);

        refuses(FARM, WHEAT, 1, new HandsFull(0));
    }

    @Test
    void ofTwoStallsTheCheaperSellsWhileItHasStock() {
        var market = SmallCity.with(1, cents(0), List.of(stall(0, 300, 5), stall(1, 200, 2)));

        assertThat(market.economy.offersAt(7)).containsExactly(new Offer(BREAD, cents(200), 2));
        assertThat(market.economy.buy(0, 7, BREAD, 2, market.turn)).isEqualTo(new Bought(cents(400)));
        assertThat(market.economy.offersAt(7)).containsExactly(new Offer(BREAD, cents(300), 5));
    }

    @Test
    void nothingIsSoldByTheNoneOrToNobody() {
        assertThatThrownBy(() -> city.economy.buy(0, BAKERY, BREAD, 0, city.turn))
                .hasMessage("units must be at least 1: 0");
        assertThatThrownBy(() -> city.economy.buy(5, BAKERY, BREAD, 1, city.turn))
                .hasMessage("slot must have an open account: 5");
    }

    private static FirmPlan stall(int row, long price, int stock) {
        var product = new Product("bread", cents(price), 1, 10, stock, List.of());
        var plan = plan(row, "Stall " + row, 0, 0, product, 0);
        return new FirmPlan(
                firm(row),
                plan.name(),
                FakeWorld.locationId(7),
                AccountId.TREASURY,
                cents(0),
                cents(0),
                plan.products(),
                plan.jobs());
    }

    private void refuses(int location, int good, int units, BuyResult reason) {
        var before = city.checksum();
        int events = city.turn.raised.size();

        assertThat(city.economy.buy(0, location, good, units, city.turn)).isEqualTo(reason);
        assertThat(city.checksum()).isEqualTo(before);
        assertThat(city.turn.raised).hasSize(events);
    }
}
