package city.agents.application;

import city.agents.AgentsCommand.MigrationSet;
import city.agents.AgentsCommand.Spawn;
import city.agents.Life;
import city.agents.Life.Values;
import city.agents.Migration;
import city.agents.Migration.Range;
import city.agents.Persona;
import city.agents.domain.mind.Because;
import city.agents.domain.state.AgentsState;
import city.economy.Economy;
import city.economy.Money;
import city.world.LocationId;
import city.world.World;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import city.world.kernel.Turn;
import java.util.List;
import java.util.Optional;

/// Who comes to the city of its own accord, and who leaves it: by chance, at the rates that the scenario states; where
/// it states none, nobody does.
final class Settling {
    private static final int DAYS_PER_YEAR = 365;

    /// So long without food and money, and somebody tries elsewhere.
    private static final int PATIENCE_DAYS = 14;

    private static final int OLD_AGE = 80;

    /// Of 1,000 of that age so many move to their kin elsewhere in a year.
    private static final int OLD_LEAVERS_PER_MILLE = 150;

    private static final int STARVING_PER_MILLE = 50;
    private static final long PENNILESS_MINOR = 3_00;

    private static final Purpose COMES = Purpose.of("agents.comes");
    private static final Purpose LEAVES = Purpose.of("agents.leaves");
    private static final Purpose NAME = Purpose.of("agents.newcomer-name");
    private static final Purpose TRAIT = Purpose.of("agents.newcomer-trait");
    private static final Purpose VALUE = Purpose.of("agents.newcomer-value");
    private static final Purpose AGE = Purpose.of("agents.newcomer-age");
    private static final Purpose SAVINGS = Purpose.of("agents.newcomer-savings");
    private static final Purpose GOAL = Purpose.of("agents.newcomer-goal");

    private final AgentsState state;
    private final World world;
    private final Economy economy;
    private final Arrivals arrivals;
    private final Lives lives;
    private final Household household;
    private final Roofs roofs;

    Settling(
            AgentsState state,
            World world,
            Economy economy,
            Arrivals arrivals,
            Lives lives,
            Household household,
            Roofs roofs) {
        this.state = state;
        this.world = world;
        this.economy = economy;
        this.arrivals = arrivals;
        this.lives = lives;
        this.household = household;
        this.roofs = roofs;
    }

    MigrationSet state(Migration migration) {
        if (state.migration().isSet()) {
            throw new IllegalStateException("migration is set already");
        }
        state.migration().set(migration);
        return new MigrationSet(migration.arrivalsPerYear());
    }

    void rebuild() {
        state.migration().rebuild();
    }

    /// One draw a tick: at most one comes in each.
    void run(Turn turn) {
        state.migration().get().ifPresent(it -> letCome(it, turn));
    }

    /// On a resident's morning.
    ///
    /// @return whether it left the city
    boolean leaves(int slot, Turn turn) {
        var migration = state.migration().get();
        if (migration.isEmpty()) {
            return false;
        }
        countDestitution(slot, turn);
        if (roofs.population() <= migration.get().minPopulation()) {
            return false;
        }
        var why = reason(slot, migration.get(), turn);
        why.ifPresent(it -> lives.leave(slot, it, turn));
        return why.isPresent();
    }

    private void letCome(Migration migration, Turn turn) {
        int ticksPerYear = DAYS_PER_YEAR * turn.clock().ticksPerDay();
        boolean comes = turn.chance().below(ticksPerYear, COMES, 0) < migration.arrivalsPerYear();
        if (!comes || roofs.population() >= migration.maxPopulation()) {
            return;
        }
        int home = roofs.free(turn.chance());
        if (home != World.NOWHERE) {
            arrivals.spawn(newcomer(migration, world.location(home).id(), turn.chance()), turn);
        }
    }

    private Spawn newcomer(Migration migration, LocationId home, Chance chance) {
        var drawn = new int[Migration.TRAITS];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = draw(migration.traits().get(i), chance, TRAIT, i);
        }
        var held = new int[Migration.VALUES];
        for (int i = 0; i < held.length; i++) {
            held[i] = draw(migration.values().get(i), chance, VALUE, i);
        }
        var traits = new Persona.Traits(drawn[0], drawn[1], drawn[2], drawn[3], drawn[4], drawn[5]);
        var name = pick(migration.given(), chance, 0) + " " + pick(migration.family(), chance, 1);
        var goals = migration.goals().isEmpty()
                ? List.<String>of()
                : List.of(migration.goals().get(chance.below(migration.goals().size(), GOAL, 0)));
        var persona = new Persona(name, "Came from elsewhere, for a better life.", traits, goals);
        var life = new Life(
                draw(migration.age(), chance, AGE, 0),
                new Values(held[0], held[1], held[2], held[3], held[4]),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        var savings = new Money(draw(migration.savings(), chance, SAVINGS, 0));
        var brought = savings.compareTo(economy.mintable()) > 0 ? Money.ZERO : savings;
        return new Spawn(Optional.empty(), persona, Optional.of(home), Optional.empty(), brought, Optional.of(life));
    }

    private Optional<Because> reason(int slot, Migration migration, Turn turn) {
        if (state.lives().destituteDays(slot) >= PATIENCE_DAYS) {
            return Optional.of(Because.DESTITUTE);
        }
        if (household.isLeftBehind(slot)) {
            return Optional.of(Because.FOLLOWS_KIN);
        }
        int age = state.lives().ageOf(slot, turn.clock().day(turn.tick()));
        boolean bound =
                age < Life.SCHOOL_LEAVING_AGE || state.lives().partnerOf(slot).isPresent();
        int draw = turn.chance().below(1000 * DAYS_PER_YEAR, LEAVES, slot);
        if (age >= OLD_AGE && draw < OLD_LEAVERS_PER_MILLE) {
            return Optional.of(Because.OLD_AGE);
        }
        return !bound && draw < migration.leaversPerMilleAYear() ? Optional.of(Because.BETTER_LIFE) : Optional.empty();
    }

    private void countDestitution(int slot, Turn turn) {
        var body = state.minds().bodyAt(slot, turn.tick(), turn.clock().stepMinutes());
        boolean destitute = body.foodPerMille() < STARVING_PER_MILLE
                && economy.balanceOf(slot).minor() < PENNILESS_MINOR;
        int days = destitute ? state.lives().destituteDays(slot) + 1 : 0;
        state.lives().destituteDays(slot, days);
    }

    private static String pick(List<String> names, Chance chance, int count) {
        return names.get(chance.below(names.size(), NAME, count));
    }

    private static int draw(Range range, Chance chance, Purpose purpose, int subject) {
        return range.min() + chance.below(range.max() - range.min() + 1, purpose, subject);
    }
}
