package city.app.cli;

import city.app.minds.EmbedderCosts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// What a provider charges that makes vectors of words, and what it may cost.
final class EmbedderCostOptions {
    @Option(names = "--embedder-price", paramLabel = "MONEY", hidden = true)
    private Optional<String> price = Optional.empty();

    @Option(names = "--embedder-calls-per-minute", paramLabel = "N", hidden = true)
    private Optional<String> callsPerMinute = Optional.empty();

    @Option(names = "--embedder-calls-per-day", paramLabel = "N", hidden = true)
    private Optional<String> callsPerDay = Optional.empty();

    @Option(names = "--embedder-tokens-per-minute", paramLabel = "N", hidden = true)
    private Optional<String> tokensPerMinute = Optional.empty();

    @Option(names = "--embedder-tokens-per-day", paramLabel = "N", hidden = true)
    private Optional<String> tokensPerDay = Optional.empty();

    @Option(names = "--embedder-money-per-minute", paramLabel = "MONEY", hidden = true)
    private Optional<String> moneyPerMinute = Optional.empty();

    @Option(names = "--embedder-money-per-day", paramLabel = "MONEY", hidden = true)
    private Optional<String> moneyPerDay = Optional.empty();

    /// @throws IllegalArgumentException that names the one that is wrong
    EmbedderCosts costs() {
        var given = new TreeMap<String, String>();
        Map.of(
                        "embedder_price",
                        price,
                        "embedder_calls_per_minute",
                        callsPerMinute,
                        "embedder_calls_per_day",
                        callsPerDay,
                        "embedder_tokens_per_minute",
                        tokensPerMinute,
                        "embedder_tokens_per_day",
                        tokensPerDay,
                        "embedder_money_per_minute",
                        moneyPerMinute,
                        "embedder_money_per_day",
                        moneyPerDay)
                .forEach((name, value) -> value.ifPresent(it -> given.put(name, it)));
        return EmbedderCosts.of(given);
    }
}
