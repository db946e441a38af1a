package city.adapter.llm;

import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.agents.spi.ProviderBudget;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What most tests of the adapter begin with.
final class Fixtures {
    static final String SCHEMA = """
            {"type":"object","properties":{"action":{"enum":["wait","move"]},"why":{"type":"string"}},
             "required":["action","why"],"additionalProperties":false}
            """;

    static final String WAIT = "{\"action\":\"wait\",\"why\":\"it rains: 5 % \\\"at least\\\", say all in Köln\"}";

    static final String KEY = "sk-secret-0123456789";

    /// 0.15 and 0.60 for a million tokens.
    static final Price PRICE = new Price(150_000, 600_000);

    /// Short, so that tests of what takes time take little.
    static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 8, 10_000, 100, Duration.ofMillis(300));

    /// A budget that allows everything.
    static final ProviderBudget UNLIMITED = (_, _) -> new ProviderBudget.Permit.Granted(_ -> {});

    private Fixtures() {}

    /// The first question of a process waits for classes to be loaded.
    static void warmUp() {
        for (var format : WireFormat.values()) {
            try (var stub = StubProvider.start(format);
                    var adapter = open(inOrder(provider("here", format, stub, LIMITS)))) {
                adapter.ask(request(Duration.ofSeconds(20)), UNLIMITED);
            }
        }
    }

    static ModelRequest request(Duration within) {
        return request(ModelTier.QUICK, within);
    }

    static ModelRequest request(ModelTier tier, Duration within) {
        return new ModelRequest("You are Ann, a baker.", "It rains.", SCHEMA, tier, 200, within);
    }

    static ProviderKind kind(WireFormat format) {
        return switch (format) {
            case OPENAI -> ProviderKind.OPENAI;
            case ANTHROPIC -> ProviderKind.ANTHROPIC;
            case OLLAMA -> ProviderKind.OLLAMA;
        };
    }

    static ProviderSettings provider(String name, WireFormat format, StubProvider stub, Limits limits) {
        var kind = kind(format);
        var key = kind == ProviderKind.OLLAMA ? ApiKey.none() : new ApiKey(KEY);
        return new ProviderSettings(name, kind, stub.baseUrl(), key, "stub-model", true, PRICE, limits);
    }

    /// Asked in the given order, for every tier.
    static LlmSettings inOrder(ProviderSettings... providers) {
        var routes = IntStream.range(0, providers.length)
                .mapToObj(i -> new Route(providers[i].name(), i + 1, 1))
                .toList();
        return new LlmSettings(Arrays.asList(providers), everyTier(routes), Duration.ofSeconds(2));
    }

    static Map<ModelTier, List<Route>> everyTier(List<Route> routes) {
        var all = new EnumMap<ModelTier, List<Route>>(ModelTier.class);
        for (var tier : ModelTier.values()) {
            all.put(tier, routes);
        }
        return all;
    }

    static LlmAdapter open(LlmSettings settings) {
        return LlmAdapter.open(settings, () -> 42L, System::nanoTime);
    }
}
