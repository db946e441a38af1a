package city.agents.application;

import city.agents.domain.body.Activity;
import city.agents.domain.life.Goal;
import city.agents.domain.state.AgentsState;
import city.world.Almanac;
import city.world.Happening;
import city.world.World;
import city.world.kernel.Turn;

/// What one activity after the other makes of a resident's days: contagion, progress with a goal, a party, a
/// festival's cheer.
final class Days {
    private final AgentsState state;
    private final World world;
    private final Almanac almanac;
    private final Health health;
    private final Household household;
    private final Pursuits pursuits;
    private final Festivities festivities;

    Days(
            AgentsState state,
            World world,
            Almanac almanac,
            Health health,
            Household household,
            Pursuits pursuits,
            Festivities festivities) {
        this.state = state;
        this.world = world;
        this.almanac = almanac;
        this.health = health;
        this.household = household;
        this.pursuits = pursuits;
        this.festivities = festivities;
    }

    /// The present activity ends.
    void ended(int slot, Turn turn) {
        var minds = state.minds();
        long minutes = (turn.tick() - minds.sinceOf(slot)) * turn.clock().stepMinutes();
        pursuits.ended(slot, minds.activityOf(slot), minutes, minds.targetOf(slot));
    }

    /// @param place where, a row, or {@link World#NOWHERE}
    void began(int slot, Activity activity, int place, Turn turn) {
        health.began(slot, activity, place, turn);
        festivities.began(slot, activity, place, turn);
        boolean family = activity == Activity.SLEEPING && state.lives().goalOf(slot) == Goal.FAMILY;
        if (family && household.isWithKinAt(slot, place)) {
            pursuits.count(slot, Goal.FAMILY, 1);
        }
    }

    /// Whether a festival goes on at a place.
    boolean isFestive(int place) {
        if (place == World.NOWHERE) {
            return false;
        }
        for (var happening : almanac.running()) {
            boolean here = happening.kind() == Happening.Kind.FESTIVAL
                    && world.location(place).kind().isForLeisure()
                    && almanac.covers(happening.place(), place);
            if (here) {
                return true;
            }
        }
        return false;
    }
}
