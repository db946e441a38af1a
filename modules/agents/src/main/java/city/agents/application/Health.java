package city.agents.application;

import city.agents.AgentsEvent.FellIll;
import city.agents.AgentsEvent.Recovered;
import city.agents.Life;
import city.agents.domain.body.Activity;
import city.agents.domain.state.AgentsState;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import city.world.kernel.Turn;

/// Who falls ill and who recovers. It is drawn once a day for each, at getting up; contagion is by a few looks at who
/// is near when an activity begins, and only while somebody is ill, so that its cost follows the awake.
///
/// The rates are made up so that an ill day comes about twice a year where nobody infects anybody, as colds do.
final class Health {
    private static final Purpose FALLS_ILL = Purpose.of("agents.falls-ill");
    private static final Purpose HOW_LONG = Purpose.of("agents.ill-days");
    private static final Purpose CATCHES = Purpose.of("agents.catches");

    /// In 10,000 mornings.
    private static final int BASE = 50;

    private static final int FOUL_WEATHER = 15;
    private static final int EXHAUSTED = 40;
    private static final int STARVED = 100;
    private static final int OLD = 25;
    private static final int EXPOSED = 1500;

    private static final int EXHAUSTED_PER_MILLE = 150;
    private static final int STARVED_PER_MILLE = 50;
    private static final int SHORTEST_DAYS = 2;
    private static final int LONGEST_DAYS = 6;
    private static final int IMMUNE_DAYS = 30;

    /// Of those near, so many are looked at.
    private static final int FACES = 3;

    private static final int CATCHES_PER_MILLE = 150;

    private final AgentsState state;
    private final World world;
    private int ill;

    Health(AgentsState state, World world) {
        this.state = state;
        this.world = world;
    }

    void morning(int slot, Turn turn) {
        var lives = state.lives();
        boolean exposed = lives.isExposed(slot);
        lives.exposed(slot, false);
        if (lives.isIll(slot)) {
            if (lives.illUntil(slot) <= turn.tick()) {
                recover(slot, turn);
            }
        } else if (lives.immuneUntil(slot) <= turn.tick()
                && turn.chance().below(10_000, FALLS_ILL, slot) < risk(slot, exposed, turn)) {
            int days = SHORTEST_DAYS + turn.chance().below(LONGEST_DAYS - SHORTEST_DAYS + 1, HOW_LONG, slot);
            lives.illUntil(slot, turn.tick() + (long) days * turn.clock().ticksPerDay());
            ill++;
            turn.raise(new FellIll(state.residents().idOf(slot), turn.clock().at(lives.illUntil(slot))));
        }
    }

    /// An activity began at a place: who is near somebody ill may catch it, and who is ill and rests at a clinic gets
    /// well in half the time that is left.
    void began(int slot, Activity activity, int place, Turn turn) {
        if (ill == 0 || place == World.NOWHERE || world.locationOf(slot) != place) {
            return;
        }
        var lives = state.lives();
        if (lives.isIll(slot)) {
            boolean treated =
                    activity == Activity.RESTING && world.location(place).kind() == LocationKind.CLINIC;
            if (treated && world.isOpen(place)) {
                lives.illUntil(slot, turn.tick() + Math.max(1, (lives.illUntil(slot) - turn.tick()) / 2));
            }
        } else if (isClose(activity) && !lives.isExposed(slot) && lives.immuneUntil(slot) <= turn.tick()) {
            meet(slot, place, turn);
        }
    }

    /// An ill resident left the city.
    void left(int slot) {
        ill -= state.lives().isIll(slot) ? 1 : 0;
        state.lives().illUntil(slot, 0);
    }

    void rebuild() {
        ill = 0;
        var table = state.lives().table();
        for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
            ill += state.lives().isIll(slot) ? 1 : 0;
        }
    }

    private void meet(int slot, int place, Turn turn) {
        for (int other : world.othersAt(place, slot, FACES)) {
            if (state.lives().isIll(other) && turn.chance().perMille(CATCHES_PER_MILLE, CATCHES, slot)) {
                state.lives().exposed(slot, true);
                return;
            }
        }
    }

    private void recover(int slot, Turn turn) {
        state.lives().illUntil(slot, 0);
        state.lives()
                .immuneUntil(
                        slot, turn.tick() + (long) IMMUNE_DAYS * turn.clock().ticksPerDay());
        ill--;
        turn.raise(new Recovered(state.residents().idOf(slot)));
    }

    private int risk(int slot, boolean exposed, Turn turn) {
        var body = state.minds().bodyAt(slot, turn.tick(), turn.clock().stepMinutes());
        long day = turn.clock().day(turn.tick());
        return BASE
                + (world.weather().isFoul() ? FOUL_WEATHER : 0)
                + (body.energyPerMille() < EXHAUSTED_PER_MILLE ? EXHAUSTED : 0)
                + (body.foodPerMille() < STARVED_PER_MILLE ? STARVED : 0)
                + (state.lives().ageOf(slot, day) >= Life.PENSION_AGE ? OLD : 0)
                + (exposed ? EXPOSED : 0);
    }

    private static boolean isClose(Activity activity) {
        return switch (activity) {
            case WORKING, EATING, RELAXING, TALKING, LEARNING, SLEEPING -> true;
            case IDLE, WALKING, SHOPPING, RESTING, WAITING, STILL, GONE -> false;
        };
    }
}
