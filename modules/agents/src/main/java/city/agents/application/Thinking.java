package city.agents.application;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.MindGaveUp;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.MindKind;
import city.agents.Occasion;
import city.agents.ResidentStatus;
import city.agents.domain.body.Activity;
import city.agents.domain.mind.Because;
import city.agents.domain.mind.Decision;
import city.agents.domain.plan.Plan;
import city.agents.domain.salience.Prospects;
import city.agents.domain.state.AgentsState;
import city.world.World;
import city.world.kernel.Turn;
import java.util.BitSet;

/// Asks minds outside of the city what a resident does next, and carries out what they say. A resident has at most one
/// open question; while it is open it goes on with nothing else, and no tick waits: an answer is a command like any
/// other, and the routine decides when it is late, unusable or none.
final class Thinking {
    private final AgentsState state;
    private final World world;
    private final Timers timers;
    private final Doings doings;
    private final Prospects prospects;

    Thinking(AgentsState state, World world, Timers timers, Doings doings, Prospects prospects) {
        this.state = state;
        this.world = world;
        this.timers = timers;
        this.doings = doings;
        this.prospects = prospects;
    }

    /// Whether the resident still waits for an answer in this tick. Its timer stands where its patience ends.
    boolean waits(int slot, Turn turn) {
        return state.thinkers().isOpen(slot) && turn.tick() < state.thinkers().openUntil(slot);
    }

    /// Whom to ask in place of what their routine decided: those for whom the occasion is worth it, if not too many.
    /// Questions whose patience is over are closed, and the routine is followed.
    ///
    /// @return a bit for each of those who woke
    BitSet nominees(int[] slots, Decision[] routine, Turn turn) {
        var salience = new int[slots.length];
        for (int i = 0; i < slots.length; i++) {
            salience[i] = salience(slots[i], routine[i], turn);
        }
        return Nominees.choose(slots, salience, turn.chance());
    }

    private int salience(int slot, Decision routine, Turn turn) {
        var thinkers = state.thinkers();
        if (!thinkers.asks(slot, Occasion.NEVER)) {
            return Nominees.NONE;
        }
        if (thinkers.isOpen(slot)) {
            settle(slot, Outcome.RAN_OUT, turn);
            return Nominees.NONE;
        }
        int salience = occasion(slot, routine, turn).salience();
        boolean isWorthIt = !(routine.action() instanceof Action.Sleep) && thinkers.asks(slot, salience);
        return isWorthIt ? salience : Nominees.NONE;
    }

    /// Asks one of those who were nominated. What it does next is for its mind to say.
    void ask(int slot, Decision routine, Turn turn) {
        var thinkers = state.thinkers();
        var occasion = occasion(slot, routine, turn);
        if (occasion == Occasion.FIRST_TIME) {
            prospects.heed(slot, routine.action());
        }
        adopt(slot, routine, turn);
        long number = thinkers.open(slot, occasion, turn.tick());
        timers.set(slot, thinkers.openUntil(slot));
        var settings = thinkers.settingsOf(slot);
        turn.raise(new MindAsked(state.residents().idOf(slot), number, settings.kind(), occasion));
    }

    ActionResult reply(MindReplied reply, DecisionCycle routine, Turn turn) {
        int slot = world.slotOf(reply.resident());
        if (!state.residents().exists(slot)) {
            return new ActionResult.NoSuchResident(reply.resident());
        }
        if (!isWaitedFor(slot, reply.question())) {
            return new ActionResult.Refused(ActionResult.Refusal.TOO_LATE, "question " + reply.question());
        }
        var result = doings.perform(slot, reply.action(), because(slot, reply), turn);
        if (result instanceof ActionResult.Refused) {
            settle(slot, Outcome.REFUSED, turn);
            routine.decideAlone(slot, turn);
        } else {
            settle(slot, Outcome.FOLLOWED, turn);
            heedWhatCameMeanwhile(slot);
        }
        doings.tellAll(turn);
        return result;
    }

    /// @return false when the question was not open any more
    boolean giveUp(MindGaveUp given, DecisionCycle routine, Turn turn) {
        int slot = world.slotOf(given.resident());
        if (!state.residents().exists(slot) || !isWaitedFor(slot, given.question())) {
            return false;
        }
        settle(slot, given.outcome(), turn);
        routine.decideAlone(slot, turn);
        doings.tellAll(turn);
        return true;
    }

    /// A question that is open was another mind's, unless the kind stays: it is settled, and the routine decides.
    ResidentResult set(SetMind command, DecisionCycle routine, Turn turn) {
        int slot = world.slotOf(command.resident());
        if (!state.residents().exists(slot)) {
            return new ResidentResult.NoSuchResident(command.resident());
        }
        if (state.residents().statusOf(slot) == ResidentStatus.DEPARTED) {
            return new ResidentResult.HasDeparted(command.resident());
        }
        var before = state.thinkers().settingsOf(slot);
        if (before.equals(command.settings())) {
            return new ResidentResult.Already();
        }
        state.thinkers().set(slot, command.settings());
        if (before.kind() != command.settings().kind() && state.thinkers().isOpen(slot)) {
            settle(slot, Outcome.DECLINED, turn);
            routine.decideAlone(slot, turn);
            doings.tellAll(turn);
        }
        return new ResidentResult.Done();
    }

    private Because because(int slot, MindReplied reply) {
        if (state.thinkers().settingsOf(slot).kind() == MindKind.EXTERNAL) {
            return Because.MASTER;
        }
        return reply.precedent().isPresent() ? Because.REMEMBERED : Because.THOUGHT;
    }

    private boolean isWaitedFor(int slot, long question) {
        return state.thinkers().isOpen(slot) && state.thinkers().lastQuestion(slot) == question;
    }

    /// What the routine planned for the day is the resident's plan, whoever decides the next step. Who slept is up.
    private void adopt(int slot, Decision routine, Turn turn) {
        if (routine.replanned()) {
            state.adopt(slot, routine.plan());
        }
        state.minds().done(slot, routine.done());
        state.minds().pending(slot, 0);
        if (state.minds().activityOf(slot) == Activity.SLEEPING) {
            doings.begin(slot, Activity.IDLE, routine.because(), world.locationOf(slot), turn);
            doings.status(slot, ResidentStatus.ACTIVE, turn);
        }
    }

    /// The more salient of what woke it and of what its routine is about to do.
    private Occasion occasion(int slot, Decision routine, Turn turn) {
        var why = why(slot, routine.plan(), routine.done(), turn);
        var about = prospects.of(slot, routine.action());
        return about.salience() > why.salience() ? about : why;
    }

    private Occasion why(int slot, Plan plan, int done, Turn turn) {
        int pending = state.minds().pendingOf(slot);
        if ((pending & Ears.SPOKEN_TO) != 0) {
            return Occasion.SPOKEN_TO;
        }
        if ((pending & Ears.JOB_LOST) != 0) {
            return Occasion.JOB_LOST;
        }
        if (state.minds().activityOf(slot) == Activity.SLEEPING) {
            return Occasion.MORNING;
        }
        if ((pending & Ears.PLACE_CLOSED) != 0) {
            return Occasion.PLACE_CLOSED;
        }
        if ((pending & Ears.FOUL_WEATHER) != 0) {
            return Occasion.FOUL_WEATHER;
        }
        int minute = plan.minute(turn.clock().day(turn.tick()), turn.clock().minuteOfDay(turn.tick()));
        if (!plan.isUnderWay(minute, done)) {
            return Occasion.FREE_TIME;
        }
        return (pending & Ears.TALK_OVER) != 0 ? Occasion.TALK_OVER : Occasion.NEXT_STEP;
    }

    private void heedWhatCameMeanwhile(int slot) {
        int pending = state.minds().pendingOf(slot);
        if (pending != 0) {
            timers.stir(slot, pending);
        }
    }

    private void settle(int slot, Outcome outcome, Turn turn) {
        state.thinkers().close(slot);
        var resident = state.residents().idOf(slot);
        turn.raise(new MindSettled(resident, state.thinkers().lastQuestion(slot), outcome));
    }
}
