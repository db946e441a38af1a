package city.agents.application;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsEvent.StatusChanged;
import city.agents.ResidentStatus;
import city.agents.application.Attempt.Begun;
import city.agents.application.Attempt.Refused;
import city.agents.application.Attempt.Talking;
import city.agents.domain.body.Activity;
import city.agents.domain.body.Body;
import city.agents.domain.body.Pace;
import city.agents.domain.mind.Because;
import city.agents.domain.mind.Decision;
import city.agents.domain.salience.FirstDeeds;
import city.agents.domain.state.AgentsState;
import city.world.World;
import city.world.kernel.Turn;
import java.util.Locale;

/// What residents are doing: ends one activity and begins the next, with all that belongs to it: needs, hours worked,
/// status, timer, and the telling of it.
final class Doings {
    private final AgentsState state;
    private final World world;
    private final Timers timers;
    private final Deeds deeds;
    private final Work work;
    private final Talks talks;
    private final Telling telling;
    private final Days days;

    Doings(
            AgentsState state,
            World world,
            Timers timers,
            Deeds deeds,
            Work work,
            Talks talks,
            Telling telling,
            Days days) {
        this.state = state;
        this.world = world;
        this.timers = timers;
        this.deeds = deeds;
        this.work = work;
        this.talks = talks;
        this.telling = telling;
        this.days = days;
    }

    /// Does what a mind decided. Refused, the resident stands idle and thinks again in the next tick.
    void follow(int slot, Decision decision, Turn turn) {
        var minds = state.minds();
        minds.pending(slot, 0);
        if (decision.replanned()) {
            state.adopt(slot, decision.plan());
        }
        minds.done(slot, decision.done());
        if (!(decision.action() instanceof Action.Sleep)) {
            status(slot, ResidentStatus.ACTIVE, turn);
        }
        int tries = minds.triesOf(slot) + 1;
        boolean done = !(perform(slot, decision.action(), decision.because(), turn) instanceof ActionResult.Refused);
        if (done || tries >= Decision.MAX_TRIES) {
            minds.done(slot, decision.done() | decision.doneThen());
        }
        minds.tries(slot, done ? 0 : tries);
        if (!done) {
            begin(slot, Activity.IDLE, Because.REFUSED, world.locationOf(slot), turn);
            timers.set(slot, turn.tick() + 1);
        }
    }

    /// Does something now; what the resident was doing ends. Refused, nothing has changed.
    ActionResult perform(int slot, Action action, Because because, Turn turn) {
        int here = world.locationOf(slot);
        var attempt = deeds.attempt(slot, action, turn);
        tell(slot, here, action, because, attempt, turn);
        if (!(attempt instanceof Refused)) {
            state.lives().learnDeed(slot, FirstDeeds.of(action));
        }
        return switch (attempt) {
            case Refused(var refusal, var detail) -> new ActionResult.Refused(refusal, detail);
            case Begun begun -> {
                begin(slot, because, begun, turn);
                yield new ActionResult.Done();
            }
            case Talking(var interaction, var begun) -> {
                begin(slot, because, begun, turn);
                yield new ActionResult.Talked(interaction);
            }
        };
    }

    private void begin(int slot, Because because, Begun begun, Turn turn) {
        begin(slot, begun.activity(), because, begun.place(), turn);
        if (begun.nourish() > 0 || begun.cheer() > 0) {
            var fed = bodyOf(slot, turn).fed(begun.nourish(), begun.cheer());
            state.minds().measure(slot, fed, turn.tick());
        }
        if (begun.activity() == Activity.SLEEPING) {
            status(slot, ResidentStatus.SLEEPING, turn);
        }
        timers.set(slot, begun.until());
    }

    /// Ends the present activity and begins another: hours are booked, wages asked for, needs measured. Whoever began
    /// something waits for no answer any more.
    void begin(int slot, Activity activity, Because because, int place, Turn turn) {
        if (!activity.allowsTalk()) {
            talks.walkAway(slot, turn);
        }
        work.book(slot, turn);
        work.payWhenOver(slot, leaves(activity), turn);
        days.ended(slot, turn);
        state.minds().measure(slot, bodyOf(slot, turn), turn.tick());
        var pace = pace(activity, place);
        boolean festive = activity != Activity.WALKING && days.isFestive(place);
        state.minds().begin(slot, activity, because, place, festive ? pace.festive() : pace, turn.tick());
        days.began(slot, activity, place, turn);
        state.thinkers().close(slot);
    }

    void status(int slot, ResidentStatus status, Turn turn) {
        var before = state.residents().statusOf(slot);
        if (before != status) {
            state.residents().status(slot, status);
            turn.raise(new StatusChanged(state.residents().idOf(slot), before, status));
        }
    }

    /// Raises what was gathered for the districts of a large city.
    void tellAll(Turn turn) {
        telling.flush(turn);
    }

    /// A discarded group's deeds were never done.
    void forgetUntold() {
        telling.forget();
    }

    private static boolean leaves(Activity activity) {
        return switch (activity) {
            case WALKING, SLEEPING, STILL, GONE -> true;
            case IDLE, WORKING, EATING, SHOPPING, RESTING, RELAXING, WAITING, TALKING, LEARNING -> false;
        };
    }

    private Pace pace(Activity activity, int place) {
        if (activity == Activity.STILL || activity == Activity.GONE) {
            return Pace.STILL;
        }
        boolean there = activity != Activity.WALKING && place != World.NOWHERE;
        return Pace.of(
                activity,
                there && world.crowdAt(place) > 1,
                there && world.location(place).kind().isForLeisure());
    }

    private Body bodyOf(int slot, Turn turn) {
        return state.minds().bodyAt(slot, turn.tick(), turn.clock().stepMinutes());
    }

    private void tell(int slot, int here, Action action, Because because, Attempt attempt, Turn turn) {
        var outcome =
                switch (attempt) {
                    case Begun _, Talking _ -> "done";
                    case Refused it -> it.refusal().name().toLowerCase(Locale.ROOT);
                };
        int place = here == World.NOWHERE ? Math.max(0, state.minds().targetOf(slot)) : here;
        var resident = state.residents().idOf(slot);
        telling.deed(resident, place, Words.verb(action), Words.object(action, world), because, outcome, turn);
    }
}
