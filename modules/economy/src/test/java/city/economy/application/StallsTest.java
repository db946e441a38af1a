package city.economy.application;

import static city.economy.application.SmallCity.BAKERY;
import static city.economy.application.SmallCity.cents;
import static org.assertj.core.api.Assertions.assertThat;

import city.economy.Economy.BuyResult.Bought;
import city.economy.Economy.BuyResult.NotForSale;
import city.world.Happening;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StallsTest {
    private static final int BREAD = 2;
    private static final int SQUARE = 9;

    private final SmallCity city = SmallCity.with(1);

    @Test
    void onAMarketDayTheShopsOfTheDistrictSellOnTheSquareFromTheirStock() {
        city.almanac.venue = SQUARE;
        city.almanac.running = List.of(market());

        var bought = city.economy.buy(0, SQUARE, BREAD, 2, city.turn);

        assertThat(bought).isEqualTo(new Bought(cents(500)));
        assertThat(city.economy.offersAt(SQUARE)).extracting(it -> it.good()).contains(BREAD);
        assertThat(city.stock(BAKERY, BREAD)).isEqualTo(18);
        city.mustBeSound();
    }

    @Test
    void whenTheMarketIsOverNothingIsSoldOnTheSquare() {
        city.almanac.venue = SQUARE;
        city.almanac.running = List.of(market());
        city.economy.buy(0, SQUARE, BREAD, 1, city.turn);

        city.almanac.running = List.of();

        assertThat(city.economy.buy(0, SQUARE, BREAD, 1, city.turn)).isEqualTo(new NotForSale());
        assertThat(city.economy.offersAt(SQUARE)).isEmpty();
    }

    @Test
    void theMarketIsNotAmongTheGoodsOfTheFirmsOfAPlace() {
        city.almanac.venue = SQUARE;
        city.almanac.running = List.of(market());
        city.economy.buy(0, SQUARE, BREAD, 1, city.turn);

        assertThat(city.economy.goodsOfFirmsAt(SQUARE)).isEmpty();
        assertThat(city.economy.goodsOfFirmsAt(BAKERY)).contains(BREAD);
    }

    private static Happening market() {
        return new Happening(new UUID(1, 1), Happening.Kind.MARKET_DAY, "Market", new UUID(1, 2), 0, 10);
    }
}
