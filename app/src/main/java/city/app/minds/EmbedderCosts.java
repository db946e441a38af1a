package city.app.minds;

import city.adapter.llm.Price;
import city.agents.Budgets.Allowance;
import java.util.Map;

/// What a provider charges that makes vectors of words, and what it may cost: settings of the same form as in the file
/// of models, each an option of its own.
///
/// @param price of what goes in
public record EmbedderCosts(Price price, Allowance budget) {
    /// Stands before each name.
    private static final String PREFIX = "embedder_";

    /// Of a price.
    private static final long MOST_MICROS = 1_000_000_000;

    /// @param given by their names, such as `embedder_money_per_day`
    /// @throws IllegalArgumentException that names the one that is wrong
    public static EmbedderCosts of(Map<String, String> given) {
        return Fields.of(given).read(it -> {
            var price = new Price(price(it), 0);
            var free = price.equals(Price.free()) ? PREFIX + "price is not given, or 0" : "";
            return new EmbedderCosts(price, BudgetFields.allowance(it, PREFIX, free));
        });
    }

    private static long price(Fields given) {
        long micros = given.findMicros(PREFIX + "price").orElse(0L);
        if (micros > MOST_MICROS) {
            throw given.wrong(PREFIX + "price", "must be at most 1000 a million tokens");
        }
        return micros;
    }
}
