package city.adapter.redis;

import city.agents.AgentsReads.ResidentState;
import city.agents.ResidentStatus;
import city.economy.AccountId;
import city.economy.Money;
import city.social.SocialReads.InteractionState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What readers see of a city, in the words of the projections.
record Readers(LivingCity city) {
    /// Of residents, conversations and the world, by key.
    Map<String, Map<String, String>> see() {
        var snapshot = city.kernel().snapshot();
        var ports = city.ports();
        var all = new TreeMap<String, Map<String, String>>();
        for (var resident : residents()) {
            var where = ports.world().whereIs(snapshot, resident.id()).orElseThrow();
            all.put(
                    "agent:" + resident.id().value(),
                    new TreeMap<>(Map.of(
                            "status",
                            resident.status().name().toLowerCase(Locale.ROOT),
                            "location",
                            where.at().value().toString(),
                            "district",
                            where.district().toString(),
                            "destination",
                            where.destination().map(it -> it.value().toString()).orElse(""),
                            "last_action",
                            resident.activity(),
                            "balance",
                            balance(resident).toString())));
        }
        ports.social().interactions(snapshot).stream()
                .filter(InteractionState::open)
                .forEach(it -> all.put("interaction:" + it.id().value(), talk(it)));
        var now = ports.world().now(snapshot);
        var census = ports.agents().census(snapshot);
        all.put(
                "world:state",
                new TreeMap<>(Map.of(
                        "current_tick",
                        "" + snapshot.tick(),
                        "time",
                        now.time().toString(),
                        "time_of_day",
                        now.timeOfDay().name().toLowerCase(Locale.ROOT),
                        "weather",
                        now.weather().name().toLowerCase(Locale.ROOT),
                        "active_agents",
                        "" + census.active(),
                        "population",
                        "" + census.population())));
        return all;
    }

    private static Map<String, String> talk(InteractionState talk) {
        var members =
                talk.members().stream().map(it -> "\"" + it.value() + "\"").toList();
        return new TreeMap<>(Map.of(
                "participants",
                "[" + String.join(",", members) + "]",
                "type",
                "conversation",
                "location",
                talk.location().value().toString(),
                "messages",
                "" + talk.messages(),
                "started_at",
                talk.since().toString()));
    }

    /// The leaderboard, by id.
    Map<String, Double> wealth() {
        var all = new TreeMap<String, Double>();
        residents()
                .forEach(it -> all.put(
                        it.id().value().toString(), Double.valueOf(balance(it).toString())));
        return all;
    }

    private Money balance(ResidentState resident) {
        return city.ports()
                .economy()
                .findAccount(
                        city.kernel().snapshot(), new AccountId(resident.id().value()))
                .orElseThrow()
                .balance();
    }

    private List<ResidentState> residents() {
        return city.agents().residents(city.kernel().snapshot(), 0, Integer.MAX_VALUE).stream()
                .filter(it -> it.status() != ResidentStatus.DEPARTED)
                .toList();
    }
}
