package city.agents.domain.state;

import city.agents.domain.mind.Character;
import city.agents.domain.mind.Self;
import city.agents.domain.plan.Plan;
import city.world.kernel.state.Table;
import java.util.List;

/// All declared state of this module.
public record AgentsState(
        Residents residents,
        Minds minds,
        Plans plans,
        Lives lives,
        Thinkers thinkers,
        MigrationRules migration,
        Nights nights,
        Parties parties) {
    public AgentsState() {
        this(
                new Residents(),
                new Minds(),
                new Plans(),
                new Lives(),
                new Thinkers(),
                new MigrationRules(),
                new Nights(),
                new Parties());
    }

    public List<Table> tables() {
        return List.of(
                residents.table(),
                minds.table(),
                plans.table(),
                lives.table(),
                thinkers.table(),
                migration.table(),
                nights.table(),
                parties.table(),
                parties.told());
    }

    /// A day begins, or what is left of it is planned anew.
    public void adopt(int slot, Plan plan) {
        plans.set(slot, plan);
        nights.begun(slot);
    }

    /// What a resident knows of itself.
    ///
    /// @param place where it is
    /// @param day   days since 1970-01-01 in city time
    public Self self(int slot, int place, long tick, int stepMinutes, long day) {
        return new Self(
                slot,
                residents.traitsOf(slot),
                residents.homeOf(slot),
                place,
                minds.bodyAt(slot, tick, stepMinutes),
                minds.activityOf(slot),
                plans.of(slot),
                nights.planned(slot),
                parties.wantedBy(slot, tick),
                minds.doneOf(slot),
                minds.avoidedAt(slot, tick),
                minds.triesOf(slot),
                minds.unpaidShiftsOf(slot),
                minds.treatedAt(slot),
                character(slot, day));
    }

    private Character character(int slot, long day) {
        return new Character(
                residents.idOf(slot),
                lives.valuesOf(slot),
                lives.ageOf(slot, day),
                lives.occupationOf(slot, false, day),
                lives.isIll(slot),
                lives.goalOf(slot),
                lives.seen(slot),
                lives.partnerOf(slot).isPresent() || !lives.parentsOf(slot).isEmpty());
    }
}
