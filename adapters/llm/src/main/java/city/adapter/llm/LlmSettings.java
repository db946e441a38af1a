package city.adapter.llm;

import city.agents.spi.ModelTier;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which models there are, and who asks which.
///
/// @param routes         for each tier, to at least one provider
/// @param connectTimeout for every provider; the request's own time may be shorter
public record LlmSettings(
        List<ProviderSettings> providers, Map<ModelTier, List<Route>> routes, Duration connectTimeout) {
    /// A question asks each at most once, so this also bounds what one question can set off.
    static final int MAX_PROVIDERS = 16;

    public LlmSettings {
        providers = List.copyOf(providers);
        var names = names(providers);
        var copies = new EnumMap<ModelTier, List<Route>>(ModelTier.class);
        for (var tier : ModelTier.values()) {
            var given = List.copyOf(routes.getOrDefault(tier, List.of()));
            requireRoutes(tier, given, names);
            copies.put(tier, given);
        }
        routes = Map.copyOf(copies);
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException("connectTimeout must be positive: " + connectTimeout);
        }
    }

    private static Set<String> names(List<ProviderSettings> providers) {
        if (providers.isEmpty() || providers.size() > MAX_PROVIDERS) {
            throw new IllegalArgumentException(
                    "providers must be 1 to %d: %d".formatted(MAX_PROVIDERS, providers.size()));
        }
        var names = new HashSet<String>();
        for (var provider : providers) {
            if (!names.add(provider.name())) {
                throw new IllegalArgumentException("providers must have different names: " + provider.name());
            }
        }
        return names;
    }

    private static void requireRoutes(ModelTier tier, List<Route> routes, Set<String> names) {
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("routes must lead somewhere for every tier: " + tier);
        }
        var seen = new HashSet<String>();
        for (var route : routes) {
            if (!names.contains(route.provider())) {
                throw new IllegalArgumentException(
                        "routes of %s must lead to a provider: %s".formatted(tier, route.provider()));
            }
            if (!seen.add(route.provider())) {
                throw new IllegalArgumentException(
                        "routes of %s must lead to each provider once: %s".formatted(tier, route.provider()));
            }
        }
    }
}
