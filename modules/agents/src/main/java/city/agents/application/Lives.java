package city.agents.application;

import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.Act;
import city.agents.AgentsCommand.Edit;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsEvent;
import city.agents.Persona;
import city.agents.ResidentStatus;
import city.agents.domain.body.Activity;
import city.agents.domain.mind.Because;
import city.agents.domain.state.AgentsState;
import city.economy.Economy;
import city.world.ResidentId;
import city.world.World;
import city.world.kernel.Turn;
import java.util.Optional;

/// What operators do with residents: pause, resume, edit, act in their name, and let them go.
final class Lives {
    private final AgentsState state;
    private final World world;
    private final Economy economy;
    private final Doings doings;
    private final Timers timers;
    private final Talks talks;
    private final Health health;
    private final Roofs roofs;

    Lives(
            AgentsState state,
            World world,
            Economy economy,
            Doings doings,
            Timers timers,
            Talks talks,
            Health health,
            Roofs roofs) {
        this.state = state;
        this.world = world;
        this.economy = economy;
        this.doings = doings;
        this.timers = timers;
        this.talks = talks;
        this.health = health;
        this.roofs = roofs;
    }

    ResidentResult depart(ResidentId resident, Turn turn) {
        int slot = world.slotOf(resident);
        if (!state.residents().exists(slot)) {
            return new ResidentResult.NoSuchResident(resident);
        }
        if (state.residents().statusOf(slot) == ResidentStatus.DEPARTED) {
            return new ResidentResult.Already();
        }
        leave(slot, Because.OPERATOR, turn);
        return new ResidentResult.Done();
    }

    /// Of one who lives here.
    void leave(int slot, Because why, Turn turn) {
        doings.begin(slot, Activity.GONE, why, World.NOWHERE, turn);
        timers.cancel(slot);
        talks.forget(slot, turn);
        health.left(slot);
        state.nights().left(slot);
        roofs.left(state.residents().homeOf(slot));
        economy.closeAccount(slot, turn);
        world.leave(slot);
        doings.status(slot, ResidentStatus.DEPARTED, turn);
        var resident = state.residents().idOf(slot);
        turn.raise(new AgentsEvent.Departed(resident, state.residents().nameOf(slot)));
    }

    ResidentResult pause(ResidentId resident, Turn turn) {
        int slot = world.slotOf(resident);
        var refusal = refusal(slot, resident);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (state.residents().statusOf(slot) == ResidentStatus.PAUSED) {
            return new ResidentResult.Already();
        }
        doings.begin(slot, Activity.STILL, Because.OPERATOR, world.locationOf(slot), turn);
        timers.cancel(slot);
        doings.status(slot, ResidentStatus.PAUSED, turn);
        return new ResidentResult.Done();
    }

    ResidentResult resume(ResidentId resident, Turn turn) {
        int slot = world.slotOf(resident);
        var refusal = refusal(slot, resident);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (state.residents().statusOf(slot) != ResidentStatus.PAUSED) {
            return new ResidentResult.Already();
        }
        doings.begin(slot, Activity.IDLE, Because.OPERATOR, world.locationOf(slot), turn);
        timers.set(slot, turn.tick() + 1);
        doings.status(slot, ResidentStatus.ACTIVE, turn);
        return new ResidentResult.Done();
    }

    ResidentResult edit(Edit edit) {
        int slot = world.slotOf(edit.resident());
        var refusal = refusal(slot, edit.resident());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var before = state.residents().personaOf(slot);
        var after = new Persona(
                edit.name().orElse(before.name()),
                edit.text().orElse(before.text()),
                edit.traits().map(it -> it.over(before.traits())).orElse(before.traits()),
                edit.goals().orElse(before.goals()));
        if (after.equals(before)) {
            return new ResidentResult.Already();
        }
        state.residents().describe(slot, after);
        return new ResidentResult.Done();
    }

    ActionResult act(Act act, Turn turn) {
        int slot = world.slotOf(act.resident());
        if (!state.residents().exists(slot)) {
            return new ActionResult.NoSuchResident(act.resident());
        }
        return switch (state.residents().statusOf(slot)) {
            case ACTIVE -> perform(slot, act, turn);
            case SLEEPING -> new ActionResult.Refused(Refusal.ASLEEP, "");
            case PAUSED -> new ActionResult.Refused(Refusal.PAUSED, "");
            case DEPARTED -> new ActionResult.Refused(Refusal.DEPARTED, "");
        };
    }

    private ActionResult perform(int slot, Act act, Turn turn) {
        var result = doings.perform(slot, act.action(), Because.OPERATOR, turn);
        doings.tellAll(turn);
        return result;
    }

    private Optional<ResidentResult> refusal(int slot, ResidentId resident) {
        if (!state.residents().exists(slot)) {
            return Optional.of(new ResidentResult.NoSuchResident(resident));
        }
        return state.residents().statusOf(slot) == ResidentStatus.DEPARTED
                ? Optional.of(new ResidentResult.HasDeparted(resident))
                : Optional.empty();
    }
}
