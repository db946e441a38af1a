package city.adapter.redis.projection;

import city.adapter.redis.projection.Change.Drop;
import city.adapter.redis.projection.Change.DropScore;
import city.adapter.redis.projection.Change.PutHash;
import city.adapter.redis.projection.Change.PutScore;
import city.agents.AgentsReads;
import city.agents.AgentsReads.ResidentState;
import city.agents.ResidentStatus;
import city.economy.AccountId;
import city.economy.EconomyReads;
import city.economy.Money;
import city.social.InteractionId;
import city.social.SocialReads;
import city.social.SocialReads.InteractionState;
import city.world.ResidentId;
import city.world.WorldReads;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is kept of a city, read from a snapshot. Every hash has always all of its fields, so that writing one leaves
/// nothing of what it said before. What a resident's hash says changes only with an event that names the resident.
record Content(WorldReads world, EconomyReads economy, SocialReads social, AgentsReads agents, Keys keys) {
    /// What is to be kept of a resident: nothing once it has departed, and nothing of ids that are no residents'.
    List<Change> resident(Snapshot snapshot, ResidentId resident) {
        return agents.findResident(snapshot, resident)
                .map(it -> resident(snapshot, it, keys.wealth()))
                .orElse(List.of());
    }

    /// @param wealth the sorted set that the resident's money goes to
    List<Change> resident(Snapshot snapshot, ResidentState resident, String wealth) {
        var id = resident.id();
        if (resident.status() == ResidentStatus.DEPARTED) {
            return List.of(
                    new Drop(keys.agent(id)), new DropScore(wealth, id.value().toString()));
        }
        var balance = economy.findAccount(snapshot, new AccountId(id.value()))
                .map(EconomyReads.AccountState::balance)
                .orElse(Money.ZERO);
        return List.of(
                new PutHash(keys.agent(id), fields(snapshot, resident, balance)),
                new PutScore(wealth, id.value().toString(), score(balance)));
    }

    /// What is to be kept of a conversation: nothing before somebody accepted, and nothing once it is over.
    Change interaction(Snapshot snapshot, InteractionId interaction) {
        return social.findInteraction(snapshot, interaction)
                .flatMap(this::interaction)
                .orElseGet(() -> new Drop(keys.interaction(interaction)));
    }

    /// Empty while nobody has accepted.
    Optional<Change> interaction(InteractionState interaction) {
        return interaction.open()
                ? Optional.of(new PutHash(
                        keys.interaction(interaction.id()),
                        Map.of(
                                "participants",
                                interaction.members().stream()
                                        .map(it -> "\"" + it.value() + '"')
                                        .collect(Collectors.joining(",", "[", "]")),
                                "type",
                                "conversation",
                                "location",
                                interaction.location().value().toString(),
                                "messages",
                                String.valueOf(interaction.messages()),
                                "started_at",
                                interaction.since().toString())))
                : Optional.empty();
    }

    /// Changes with every tick, so it is looked at from time to time.
    Change worldState(Snapshot snapshot) {
        var now = world.now(snapshot);
        var census = agents.census(snapshot);
        return new PutHash(
                keys.world(),
                Map.of(
                        "current_tick", String.valueOf(snapshot.tick()),
                        "time", now.time().toString(),
                        "time_of_day", lowerCase(now.timeOfDay()),
                        "weather", lowerCase(now.weather()),
                        "active_agents", String.valueOf(census.active()),
                        "population", String.valueOf(census.population())));
    }

    private Map<String, String> fields(Snapshot snapshot, ResidentState resident, Money balance) {
        var where = world.whereIs(snapshot, resident.id());
        return Map.of(
                "status", lowerCase(resident.status()),
                "location", where.map(it -> it.at().value().toString()).orElse(""),
                "district", where.map(it -> it.district().toString()).orElse(""),
                "destination",
                        where.flatMap(WorldReads.Whereabouts::destination)
                                .map(it -> it.value().toString())
                                .orElse(""),
                "last_action", resident.activity(),
                "balance", balance.toString(),
                "cached_at", world.now(snapshot).time().toString());
    }

    /// Whole units with cents behind the point. A double holds up to 90 trillion units to the cent.
    private static double score(Money balance) {
        return balance.minor() / 100.0;
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
