package city.agents.application.minds;

import city.agents.AgentsReads.Observation;
import city.agents.AgentsReads.PlannedStep;
import city.agents.AgentsReads.ResidentState;
import city.agents.LifeReads.LifeState;
import city.agents.Occasion;
import city.agents.domain.precedent.Circumstances;
import city.economy.EconomyReads.PurseState;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Optional;

/// What a resident is aware of at one moment, before anything comes to its mind.
record View(
        Snapshot snapshot,
        Occasion occasion,
        ResidentState who,
        LifeState life,
        PurseState purse,
        Observation seen,
        List<PlannedStep> plan) {
    Optional<Circumstances> circumstances() {
        return Circumstances.of(occasion, seen, life, purse, plan);
    }
}
