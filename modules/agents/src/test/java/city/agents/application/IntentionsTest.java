package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.Depart;
import city.agents.AgentsCommand.NightResult;
import city.agents.AgentsCommand.NightThought;
import city.agents.Intent;
import city.agents.Intent.Kind;
import city.agents.Opinion;
import city.agents.Persona.Traits;
import city.agents.ResidentStatus;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Plans of the night before, and what the rules say to them. It is Tuesday night, and Ann is a clerk.
class IntentionsTest {
    private Town town;
    private ResidentId ann;

    @BeforeEach
    void setUp() {
        town = Town.founded();
        ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        town.runTo(1, 12, 0);
        while (town.stateOf(ann).status() != ResidentStatus.SLEEPING) {
            town.runTick();
        }
    }

    @Test
    void aDayThatMakesSenseIsLived() {
        var verdict = plan(
                at(Kind.WORK, 9, 0, 480, Optional.empty()),
                at(Kind.LEISURE, 18, 0, 90, Optional.of(TownPlan.SQUARE)),
                at(Kind.SLEEP, 0, 30, 480, Optional.empty()));

        assertThat(verdict).isEqualTo(new NightResult.Kept(Optional.empty()));
        town.runTo(2, 23, 0);
        var plan = town.reads.plan(town.snapshot(), ann);
        assertThat(plan).extracting(it -> it.what()).contains("work", "pass the time", "eat");
        assertThat(plan.getLast().what()).isEqualTo("sleep");
        assertThat(plan.getLast().at()).isEqualTo("2030-01-10T00:30:00Z");
        assertThat(town.deedsOf(ann)).contains("work (shift)", "move Square (plan)");
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void aPlanIsForOneDay() {
        plan(at(Kind.LEISURE, 10, 0, 60, Optional.of(TownPlan.PARK)));
        town.runTo(2, 22, 0);
        int before = town.deedsOf(ann).size();

        town.runTo(3, 20, 0);

        var deeds = town.deedsOf(ann);
        assertThat(deeds.subList(before, deeds.size())).contains("work (shift)");
    }

    @Test
    void whoGetsUpAgainOnTheSameDayPlansAnew() {
        plan(at(Kind.LEISURE, 10, 0, 60, Optional.of(TownPlan.PARK)), at(Kind.SLEEP, 13, 0, 60, Optional.empty()));

        town.runTo(2, 23, 30);

        var plan = town.reads.plan(town.snapshot(), ann);
        assertThat(plan.getFirst().at()).isAfter("2030-01-09T13:00:00Z");
        assertThat(town.deedsOf(ann)).contains("move Park (plan)");
    }

    @Test
    void whatMakesNoSenseIsRefusedByItsStep() {
        assertRefused("step 1, see doctor, needs a place", at(Kind.SEE_DOCTOR, 9, 0, 60, Optional.empty()));
        assertRefused("step 1, learn, is not for Park", at(Kind.LEARN, 10, 0, 60, Optional.of(TownPlan.PARK)));
        assertRefused(
                "step 1, work, must be where the job is: Hall", at(Kind.WORK, 9, 0, 60, Optional.of(TownPlan.BAKERY)));
        assertRefused("step 1, work, must be in the hours of the shift", at(Kind.WORK, 19, 0, 60, Optional.empty()));
        assertRefused(
                "step 1, leisure, finds closed Tavern at 08:00",
                at(Kind.LEISURE, 8, 0, 60, Optional.of(TownPlan.TAVERN)));
        assertRefused(
                "step 2, eat, must begin after the one before",
                at(Kind.EAT, 12, 0, 30, Optional.empty()),
                at(Kind.EAT, 8, 0, 30, Optional.empty()));
        assertRefused("step 1, shop, has no place", at(Kind.SHOP, 9, 0, 30, Optional.of(TownPlan.GROCER)));
        assertRefused(
                "step 1, leisure, is at no place of this city",
                at(Kind.LEISURE, 9, 0, 30, Optional.of(new LocationId(new UUID(9, 9)))));
    }

    @Test
    void whoIsUpPlansNoMore() {
        town.runTo(2, 12, 0);

        assertThat(plan(at(Kind.LEISURE, 18, 0, 60, Optional.of(TownPlan.PARK))))
                .isEqualTo(new NightResult.Kept(Optional.of("it does not sleep any more")));
    }

    @Test
    void aPlanSurvivesAReload() {
        plan(at(Kind.LEISURE, 10, 0, 60, Optional.of(TownPlan.PARK)));

        var other = town.reloaded();
        other.runTo(2, 12, 0);

        assertThat(other.deedsOf(ann)).contains("move Park (plan)");
    }

    @Test
    void whoDepartsLeavesNothing() {
        var opinion = new Opinion(new Opinion.Subject.Place(TownPlan.PARK), 1, "It is quiet.");
        town.submit(new NightThought(ann, 5, List.of(opinion), List.of()));
        assertThat(town.reads.nights(town.snapshot(), ann).opinions()).hasSize(1);

        town.submit(new Depart(ann));

        assertThat(town.reads.nights(town.snapshot(), ann).opinions()).isEmpty();
        assertThat(town.submit(new NightThought(ann, 6, List.of(opinion), List.of())))
                .isEqualTo(new NightResult.HasDeparted(ann));
    }

    private void assertRefused(String reason, Intent... intents) {
        assertThat(plan(intents)).isEqualTo(new NightResult.Kept(Optional.of(reason)));
    }

    private Object plan(Intent... intents) {
        return town.submit(new NightThought(ann, town.tick(), List.of(), List.of(intents)));
    }

    private static Intent at(Kind kind, int hour, int minute, int minutes, Optional<LocationId> place) {
        return new Intent(kind, 60 * hour + minute, minutes, place);
    }
}
