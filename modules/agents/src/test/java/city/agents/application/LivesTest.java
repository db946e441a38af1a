package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.MigrationSet;
import city.agents.AgentsCommand.SetMigration;
import city.agents.AgentsCommand.Spawn;
import city.agents.AgentsCommand.SpawnResult;
import city.agents.AgentsEvent;
import city.agents.Life;
import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.agents.LifeReads.LifeState;
import city.agents.Migration;
import city.agents.Migration.Range;
import city.agents.Persona;
import city.agents.Persona.Traits;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Money;
import city.economy.Transfer;
import city.world.AlmanacPlan;
import city.world.AlmanacPlan.Days;
import city.world.AlmanacPlan.Holiday;
import city.world.AlmanacPlan.Regular;
import city.world.Happening.Kind;
import city.world.ResidentId;
import city.world.WorldCommand.KeepAlmanac;
import city.world.WorldCommand.StartEvent;
import city.world.WorldEvent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LivesTest {
    private static final Traits SOCIABLE = new Traits(70, 50, 95, 50, 30, 50);
    private static final Values LIVELY = new Values(50, 50, 50, 95, 50);

    private final Town town = Town.founded();
    private int arrivals;

    @Test
    void onAHolidayNobodyOfTheHallWorksAndItsHoursAreThoseOfASunday() {
        keep(new AlmanacPlan(List.of(new Holiday("Town Day", Days.yearly(1, 8))), List.of(), List.of()));
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);

        town.runTo(1, 3, 0);
        int before = shifts(ann);
        town.runTo(2, 3, 0);
        int onTheHoliday = shifts(ann) - before;
        town.runTo(3, 3, 0);

        assertThat(before).isPositive();
        assertThat(onTheHoliday).isZero();
        assertThat(shifts(ann)).isGreaterThan(before);
    }

    @Test
    void aPoorChildIsGivenAnAllowanceByItsParentAndBuysFood() {
        var mother = arrive("Mia", 35, List.of(), 90_000);
        var child = arrive("Kim", 9, List.of(mother), 0);

        town.runTo(3, 0, 0);

        assertThat(lifeOf(child).occupation()).isEqualTo(Occupation.PUPIL);
        assertThat(lifeOf(child).parents()).containsExactly(mother);
        assertThat(town.deedsOf(child)).anyMatch(it -> it.startsWith("buy"));
        assertThat(town.told.stream()
                        .filter(MoneyTransferred.class::isInstance)
                        .map(MoneyTransferred.class::cast)
                        .filter(it -> it.memo().equals("for the household")))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.from().value()).isEqualTo(mother.value());
                    assertThat(it.to().value()).isEqualTo(child.value());
                    assertThat(it.kind()).isEqualTo(Transfer.Kind.GIFT);
                });
        assertThat(town.stateOf(child).needs().food()).isPositive();
    }

    @Test
    void theRetiredAndPupilsLookForNoWork() {
        var old = arrive("Otto", 70, List.of(), 90_000);
        var young = arrive("Jan", 30, List.of(), 90_000);

        town.runTo(2, 0, 0);

        assertThat(lifeOf(old).occupation()).isEqualTo(Occupation.RETIRED);
        assertThat(lifeOf(young).occupation()).isEqualTo(Occupation.EMPLOYED);
    }

    @Test
    void whoIsIllStaysFromWorkAndGetsWellAgain() {
        var workers = List.of(TownPlan.BAKER, TownPlan.HOST, TownPlan.GROCERS);
        for (int i = 0; i < 15; i++) {
            town.spawn("Clerk " + i, Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 400_000);
        }
        workers.forEach(it -> town.spawn("Hand", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(it), 400_000));

        town.runTo(60, 0, 0);

        var fell = told(AgentsEvent.FellIll.class);
        var recovered = told(AgentsEvent.Recovered.class);
        assertThat(fell).hasSizeBetween(2, 200);
        assertThat(recovered.size()).isBetween(fell.size() - 18, fell.size());
        assertThat(fell.stream().map(it -> town.deedsOf(it.resident())))
                .allSatisfy(deeds -> assertThat(deeds).anyMatch(it -> it.endsWith("(ill)")));
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void goalsAreReachedOneAfterTheOther() {
        for (int i = 0; i < 12; i++) {
            var traits = new Traits(20 + 6 * i, 50, 90 - 6 * i, 50 + 3 * i, 50, 50);
            town.spawn("Resident " + i, traits, TownPlan.HOME, Optional.of(TownPlan.CLERK), 100_000);
        }

        town.runTo(30, 0, 0);

        var reached = told(AgentsEvent.GoalReached.class);
        assertThat(reached.stream().map(AgentsEvent.GoalReached::goal).distinct())
                .hasSizeGreaterThan(2);
        assertThat(reached).allMatch(it -> it.days() >= 0 && it.days() <= 60);
        var busiest = reached.getFirst().resident();
        assertThat(lifeOf(busiest).pursuit().reached()).isEqualTo((int)
                reached.stream().filter(it -> it.resident().equals(busiest)).count());
    }

    @Test
    void anOutageSendsThoseInsideTheBakeryAway() {
        var bob = town.spawn("Bob", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.BAKER), 50_000);
        town.runTo(1, 9, 0);
        int before = shifts(bob);

        town.submit(new StartEvent(Kind.OUTAGE, "Power outage", TownPlan.BAKERY.value(), 120));
        town.runTo(1, 9, 10);
        var activity = town.stateOf(bob).activity();
        town.runTo(1, 11, 0);
        int meanwhile = shifts(bob);
        town.runTo(1, 13, 0);

        assertThat(before).isPositive();
        assertThat(activity).isNotEqualTo("working");
        assertThat(meanwhile).isEqualTo(before);
        assertThat(shifts(bob)).isGreaterThan(meanwhile);
    }

    @Test
    void whoLikesCrowdsGoesToTheFestivalThatComesRound() {
        keep(new AlmanacPlan(
                List.of(),
                List.of(new Regular(Kind.FESTIVAL, "Fair", TownPlan.SQUARE.value(), Days.weekly(1 << 5), 840, 480)),
                List.of()));
        var visitors = Collections.nCopies(6, 0).stream()
                .map(_ -> arrive("Lively", SOCIABLE, LIVELY, 30, List.of(), 90_000))
                .toList();

        town.runTo(6, 0, 0);

        assertThat(visitors.stream().map(town::deedsOf))
                .anySatisfy(it -> assertThat(it).contains("move Square (festival)"));
    }

    @Test
    void aStormSendsHomeWhoIsOutForPleasure() {
        var idler = town.spawn("Ida", SOCIABLE, TownPlan.HOME, Optional.of(TownPlan.HOST), 900_000);
        town.runTo(1, 12, 0);
        int before = town.acts(idler).size();

        town.submit(new StartEvent(Kind.STORM, "Gale", WorldEvent.WORLD, 600));
        town.runTo(1, 16, 0);

        assertThat(town.acts(idler).subList(0, before)).anyMatch(LivesTest::goesOutdoors);
        assertThat(town.acts(idler).stream().skip(before)).noneMatch(LivesTest::goesOutdoors);
    }

    @Test
    void withoutMigrationNobodyComesOrLeaves() {
        town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.empty(), 0);

        town.runTo(40, 0, 0);

        assertThat(told(AgentsEvent.Spawned.class)).hasSize(1);
        assertThat(told(AgentsEvent.Departed.class)).isEmpty();
    }

    @Test
    void peopleComeAtTheStatedRateUntilTheCityIsFullAndTheDestituteLeave() {
        assertThat(town.submit(new SetMigration(migration(730, 0, 0, 12)))).isEqualTo(new MigrationSet(730));
        var poor = arrive("Poor", Traits.LIKE_MOST, Values.LIKE_MOST, 30, List.of(), 0);

        town.runTo(10, 0, 0);
        int after = told(AgentsEvent.Spawned.class).size();
        town.runTo(40, 0, 0);

        assertThat(after).as("two a day for ten days, at most 12").isBetween(4, 13);
        assertThat(town.reads.census(town.snapshot()).population()).isBetween(8, 12);
        assertThat(told(AgentsEvent.Spawned.class)).allMatch(it -> !it.name().isBlank());
        assertThat(lifeOf(poor).occupation()).isIn(Occupation.EMPLOYED, Occupation.JOBLESS);
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void someLeaveForABetterLifeButNeverBelowTheLeastPopulation() {
        town.submit(new SetMigration(migration(0, 1000, 5, 100)));
        for (int i = 0; i < 12; i++) {
            arrive("Leaver " + i, Traits.LIKE_MOST, Values.LIKE_MOST, 30, List.of(), 900_000);
        }

        town.runTo(600, 0, 0);

        assertThat(town.reads.census(town.snapshot()).population()).isBetween(5, 9);
        assertThat(told(AgentsEvent.Departed.class)).isNotEmpty();
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void livesAreTheSameAfterALoad() {
        town.submit(new SetMigration(migration(365, 100, 0, 30)));
        for (int i = 0; i < 8; i++) {
            arrive("Resident " + i, new Traits(10 * i, 50, 90, 50, 50, 50), LIVELY, 25 + i, List.of(), 30_000);
        }
        town.runTo(5, 7, 0);

        var loaded = town.reloaded();
        town.runTo(12, 0, 0);
        loaded.runTo(12, 0, 0);

        assertThat(loaded.checksum()).isEqualTo(town.checksum());
    }

    private static boolean goesOutdoors(AgentsEvent.Acted act) {
        return act.action().equals("move")
                && (act.detail().equals("Square") || act.detail().equals("Park"));
    }

    private void keep(AlmanacPlan plan) {
        town.submit(new KeepAlmanac(plan));
    }

    private int shifts(ResidentId resident) {
        return (int) town.acts(resident).stream()
                .filter(it -> it.action().equals("work") && it.outcome().equals("done"))
                .count();
    }

    private <E extends AgentsEvent> List<E> told(Class<E> type) {
        return town.told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private LifeState lifeOf(ResidentId resident) {
        return town.agents.lives().findLife(town.snapshot(), resident).orElseThrow();
    }

    private ResidentId arrive(String name, int age, List<ResidentId> parents, long cents) {
        return arrive(name, Traits.LIKE_MOST, Values.LIKE_MOST, age, parents, cents);
    }

    private ResidentId arrive(
            String name, Traits traits, Values values, int age, List<ResidentId> parents, long cents) {
        var id = new ResidentId(new UUID(0x11fe_8000L, arrivals++));
        var life = new Life(age, values, Optional.empty(), Optional.empty(), Optional.empty(), parents);
        var wish = new Spawn(
                Optional.of(id),
                new Persona(name, "", traits, List.of()),
                Optional.of(TownPlan.HOME),
                Optional.empty(),
                new Money(cents),
                Optional.of(life));
        return ((SpawnResult.Spawned) town.submit(wish)).id();
    }

    private static Migration migration(int arrivals, int leavers, int min, int max) {
        var like = new Range(20, 80);
        return new Migration(
                arrivals,
                leavers,
                min,
                max,
                List.of("Ada", "Ben"),
                List.of("Alder", "Birch"),
                Collections.nCopies(Migration.TRAITS, like),
                Collections.nCopies(Migration.VALUES, like),
                new Range(20, 50),
                new Range(10_000, 40_000),
                List.of("To stay."));
    }
}
