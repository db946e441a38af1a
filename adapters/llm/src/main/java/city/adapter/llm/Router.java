package city.adapter.llm;

import city.agents.spi.ModelTier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// In which order the providers of a tier are asked: by rank, and within a rank drawn by weight, so that each comes
/// first for its share of the questions. Safe from any thread if chance is.
final class Router {
    private final Map<ModelTier, List<List<Route>>> ranks = new EnumMap<>(ModelTier.class);
    private final RandomGenerator chance;

    Router(Map<ModelTier, List<Route>> routes, RandomGenerator chance) {
        routes.forEach((tier, all) -> ranks.put(tier, byRank(all)));
        this.chance = chance;
    }

    private static List<List<Route>> byRank(List<Route> routes) {
        var ranks = new TreeMap<Integer, List<Route>>();
        routes.forEach(route ->
                ranks.computeIfAbsent(route.rank(), _ -> new ArrayList<>()).add(route));
        return List.copyOf(ranks.values());
    }

    /// Every provider of the tier once, by name.
    List<String> order(ModelTier tier) {
        var order = new ArrayList<String>();
        for (var rank : ranks.getOrDefault(tier, List.of())) {
            var left = new ArrayList<>(rank);
            while (!left.isEmpty()) {
                order.add(left.remove(drawn(left)).provider());
            }
        }
        return order;
    }

    private int drawn(List<Route> routes) {
        if (routes.size() == 1) {
            return 0;
        }
        var ticket = chance.nextInt(routes.stream().mapToInt(Route::weight).sum());
        var index = 0;
        while (ticket >= routes.get(index).weight()) {
            ticket -= routes.get(index).weight();
            index++;
        }
        return index;
    }
}
