package city.agents.application;

import city.agents.domain.body.Activity;
import city.agents.domain.state.AgentsState;
import city.world.kernel.Turn;

/// What a resident takes stock of once a day, at getting up: health, what its kin lack, how far its goal is, and
/// whether it stays in the city.
final class Mornings {
    private final AgentsState state;
    private final Health health;
    private final Household household;
    private final Pursuits pursuits;
    private final Settling settling;

    Mornings(AgentsState state, Health health, Household household, Pursuits pursuits, Settling settling) {
        this.state = state;
        this.health = health;
        this.household = household;
        this.pursuits = pursuits;
        this.settling = settling;
    }

    /// Of whoever wakes; does nothing when it is not a morning.
    ///
    /// @return false when the resident has left the city
    boolean take(int slot, Turn turn) {
        long today = turn.clock().day(turn.tick());
        long last = state.lives().lastMorning(slot);
        boolean up = state.minds().activityOf(slot) == Activity.SLEEPING || last == 0;
        if (!up || last == today) {
            return true;
        }
        state.lives().lastMorning(slot, today);
        health.morning(slot, turn);
        household.provide(slot, turn);
        pursuits.morning(slot, turn);
        return !settling.leaves(slot, turn);
    }
}
