package city.agents.application;

import city.agents.ResidentStatus;
import city.agents.domain.body.Activity;
import city.agents.domain.market.Sellers;
import city.agents.domain.mind.Decision;
import city.agents.domain.mind.RoutineMind;
import city.agents.domain.plan.Moment;
import city.agents.domain.state.AgentsState;
import city.world.Almanac;
import city.world.World;
import city.world.kernel.Shards;
import city.world.kernel.Turn;
import java.util.Arrays;

/// One tick of deciding and doing. Who wakes observes and decides, on all cores and without writing; then the
/// decisions are carried out one after the other in slot order, each against the rules as they stand by then.
final class DecisionCycle {
    /// For so long a resident keeps away from a place that turned it away.
    private static final int MINUTES_TO_AVOID = 30;

    private final AgentsState state;
    private final World world;
    private final Timers timers;
    private final RoutineMind mind;
    private final Sellers sellers;
    private final Doings doings;
    private final Shards shards;
    private final Almanac almanac;
    private final Mornings mornings;
    private final Thinking thinking;

    DecisionCycle(
            AgentsState state,
            World world,
            Timers timers,
            RoutineMind mind,
            Sellers sellers,
            Doings doings,
            Shards shards,
            Almanac almanac,
            Mornings mornings,
            Thinking thinking) {
        this.state = state;
        this.world = world;
        this.timers = timers;
        this.mind = mind;
        this.sellers = sellers;
        this.doings = doings;
        this.shards = shards;
        this.almanac = almanac;
        this.mornings = mornings;
        this.thinking = thinking;
    }

    void run(Turn turn) {
        var awake = whoDecides(turn);
        if (awake.length == 0) {
            return;
        }
        sellers.refresh();
        var decisions = new Decision[awake.length];
        var moment = moment(turn);
        shards.forEachRange(awake.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                decisions[i] = decide(awake[i], moment);
            }
        });
        var nominees = thinking.nominees(awake, decisions, turn);
        for (int i = 0; i < awake.length; i++) {
            if (nominees.get(i)) {
                thinking.ask(awake[i], decisions[i], turn);
            } else {
                doings.follow(awake[i], decisions[i], turn);
            }
        }
    }

    /// Lets the routine decide and do, between ticks: for a resident that is awake, somewhere, and waits for nobody.
    void decideAlone(int slot, Turn turn) {
        sellers.refresh();
        doings.follow(slot, decide(slot, moment(turn)), turn);
    }

    private Moment moment(Turn turn) {
        return new Moment(turn.tick(), turn.clock(), turn.chance(), almanac::weekday);
    }

    private Decision decide(int slot, Moment moment) {
        int stepMinutes = moment.clock().stepMinutes();
        var self = state.self(slot, world.locationOf(slot), moment.tick(), stepMinutes, moment.day());
        return mind.decide(self, moment);
    }

    /// Ascending by slot. Who is on the way looks up when it arrives.
    private int[] whoDecides(Turn turn) {
        var arrived = world.arrivedNow();
        getToKnow(arrived);
        var woken = timers.wake(turn.tick(), arrived);
        int count = 0;
        for (int slot : woken) {
            if (isUpToDecide(slot, turn)) {
                woken[count++] = slot;
            }
        }
        return Arrays.copyOf(woken, count);
    }

    private void getToKnow(int[] arrived) {
        for (int slot : arrived) {
            if (state.residents().exists(slot)) {
                state.lives().learnPlace(slot, world.locationOf(slot));
            }
        }
    }

    private boolean isUpToDecide(int slot, Turn turn) {
        var status = state.residents().statusOf(slot);
        if (status != ResidentStatus.ACTIVE && status != ResidentStatus.SLEEPING) {
            return false;
        }
        if (thinking.waits(slot, turn)) {
            return false;
        }
        int place = world.locationOf(slot);
        if (place == World.NOWHERE) {
            timers.set(slot, Math.max(world.arrivalOf(slot), turn.tick() + 1));
            return false;
        }
        int target = state.minds().targetOf(slot);
        if (state.minds().activityOf(slot) == Activity.WALKING && target != place) {
            state.minds().avoid(slot, target, turn.tick() + turn.clock().ticksFor(MINUTES_TO_AVOID));
        }
        return mornings.take(slot, turn);
    }
}
