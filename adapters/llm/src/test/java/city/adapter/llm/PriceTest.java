package city.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void aMillionTokensCostTheirPrice() {
        var price = new Price(150_000, 600_000);

        assertThat(price.of(1_000_000, 0).costMicros()).isEqualTo(150_000);
        assertThat(price.of(0, 1_000_000).costMicros()).isEqualTo(600_000);
        assertThat(price.of(1_000_000, 1_000_000).costMicros()).isEqualTo(750_000);
    }

    @Test
    void oneTokenCostsSomethingUnlessAllAreFree() {
        assertThat(new Price(1, 1).of(1, 0).costMicros()).isEqualTo(1);
        assertThat(Price.free().of(1_000, 1_000).costMicros()).isZero();
    }

    @Test
    void noCountOverflows() {
        var dear = new Price(1_000_000_000, 1_000_000_000);

        assertThat(dear.of(Integer.MAX_VALUE, Integer.MAX_VALUE).costMicros()).isEqualTo(4_294_967_294_000L);
    }
}
