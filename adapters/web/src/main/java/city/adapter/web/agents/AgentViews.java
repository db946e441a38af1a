package city.adapter.web.agents;

import city.agents.AgentsReads;
import city.agents.AgentsReads.ResidentState;
import city.agents.Persona;
import city.economy.EconomyReads;
import city.economy.EconomyReads.JobState;
import city.economy.EconomyReads.PurseState;
import city.economy.Money;
import city.world.LocationId;
import city.world.WorldReads;
import city.world.WorldReads.Whereabouts;
import city.world.kernel.state.Snapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows residents: what agents, world and economy know of one, side by side.
@Singleton
final class AgentViews {
    private static final PurseState NO_PURSE =
            new PurseState(Money.ZERO, Optional.empty(), Money.ZERO, Money.ZERO, List.of());

    private final WorldReads world;
    private final EconomyReads economy;

    AgentViews(WorldReads world, EconomyReads economy) {
        this.world = world;
        this.economy = economy;
    }

    AgentView.Agent show(Snapshot snapshot, ResidentState state) {
        var where = world.whereIs(snapshot, state.id());
        var purse = economy.findPurse(snapshot, state.id()).orElse(NO_PURSE);
        var persona = state.persona();
        return new AgentView.Agent(
                state.id().value(),
                persona.name(),
                persona.text(),
                traits(persona.traits()),
                persona.goals(),
                state.status().name().toLowerCase(Locale.ROOT),
                state.home().map(LocationId::value).orElse(null),
                where.map(it -> it.at().value()).orElse(null),
                where.map(Whereabouts::district).orElse(null),
                where.flatMap(Whereabouts::destination).map(LocationId::value).orElse(null),
                where.flatMap(Whereabouts::arrival).orElse(null),
                needs(state.needs()),
                state.activity(),
                state.because(),
                state.since(),
                purse.balance().toString(),
                purse.accrued().toString(),
                purse.owed().toString(),
                purse.job().map(AgentViews::job).orElse(null),
                purse.carried().stream()
                        .map(it -> new AgentView.Carried(it.good(), it.units()))
                        .toList());
    }

    static AgentView.Traits traits(Persona.Traits traits) {
        return new AgentView.Traits(
                traits.openness(),
                traits.conscientiousness(),
                traits.extraversion(),
                traits.agreeableness(),
                traits.neuroticism(),
                traits.earliness());
    }

    static AgentView.Needs needs(AgentsReads.Needs needs) {
        return new AgentView.Needs(needs.food(), needs.energy(), needs.company());
    }

    static AgentView.PlannedStep step(AgentsReads.PlannedStep step) {
        return new AgentView.PlannedStep(
                step.at(), step.what(), step.where().map(LocationId::value).orElse(null));
    }

    private static AgentView.Job job(JobState job) {
        return new AgentView.Job(
                job.id().value(),
                job.firm().value(),
                job.title(),
                job.hourlyWage().toString());
    }
}
