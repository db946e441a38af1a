package city.app.minds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.llm.Price;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbedderCostsTest {
    @Test
    void whatIsGivenCountsAndTheRestIsWithoutLimit() {
        var costs = EmbedderCosts.of(Map.of(
                "embedder_price", "0.02",
                "embedder_calls_per_minute", "60",
                "embedder_tokens_per_minute", "100000",
                "embedder_money_per_minute", "0.000001",
                "embedder_calls_per_day", "5000",
                "embedder_tokens_per_day", "9000000",
                "embedder_money_per_day", "0.5"));

        assertThat(costs.price()).isEqualTo(new Price(20_000, 0));
        assertThat(costs.budget())
                .isEqualTo(new Allowance(new Limit(60, 100_000, 1), new Limit(5_000, 9_000_000, 500_000)));
        assertThat(EmbedderCosts.of(Map.of())).isEqualTo(new EmbedderCosts(Price.free(), Allowance.NONE));
    }

    @Test
    void whatIsWrongIsToldByItsName() {
        assertRefused(
                Map.of("embedder_price", "cheap"),
                "embedder_price must be an amount such as 0.15, with at most six places: cheap");
        assertRefused(Map.of("embedder_price", "5000"), "embedder_price must be at most 1000 a million tokens");
        assertRefused(Map.of("embedder_calls_per_minute", "-1"), "embedder_calls_per_minute must be a whole number");
        assertRefused(Map.of("embedder_tokens_per_day", "1e6"), "embedder_tokens_per_day must be a whole number");
        assertRefused(
                Map.of("embedder_price", "1", "embedder_money_per_day", "0.0000001"),
                "embedder_money_per_day must be an amount such as 0.15, with at most six places: 0.0000001");
        assertRefused(
                Map.of("embedder_money_per_minute", "1"),
                "embedder_money_per_minute limits nothing, as embedder_price is not given, or 0");
    }

    private static void assertRefused(Map<String, String> given, String words) {
        assertThatThrownBy(() -> EmbedderCosts.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(words);
    }
}
