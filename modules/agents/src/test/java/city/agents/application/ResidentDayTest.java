package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Persona.Traits;
import city.agents.ResidentStatus;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Transfer;
import city.world.WorldCommand.CloseLocation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResidentDayTest {
    private static final Traits LARK = new Traits(50, 50, 50, 50, 50, 100);
    private static final Traits OWL = new Traits(50, 50, 50, 50, 50, 0);

    @Test
    void aClerkLivesAFullDay() {
        var town = Town.founded();
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);

        town.runTo(2, 0, 0);

        assertThat(town.deedsOf(ann))
                .containsSubsequence(
                        "sleep (bedtime)",
                        "move Bakery (plan)",
                        "use bread (plan)",
                        "move Hall (shift)",
                        "work (shift)",
                        "use bread (hungry)",
                        "work (shift)",
                        "buy 11 cheese (pantry low)",
                        "move Square (plan)",
                        "sleep (bedtime)");
        assertThat(town.stateOf(ann).status()).isEqualTo(ResidentStatus.SLEEPING);
    }

    @Test
    void aClerkIsPaidForTheHoursOfItsShift() {
        var town = Town.founded();
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);

        town.runTo(1, 0, 0);

        assertThat(town.told.stream()
                        .filter(MoneyTransferred.class::isInstance)
                        .map(MoneyTransferred.class::cast)
                        .filter(it -> it.kind() == Transfer.Kind.WAGE
                                && it.to().value().equals(ann.value()))
                        .mapToLong(it -> it.amount().minor())
                        .sum())
                .as("eight hours at 25.00, less the time for lunch")
                .isBetween(7 * 2500L, 8 * 2500L);
    }

    @Test
    void larksAndNightOwlsKeepTheirHoursOnASaturday() {
        var town = Town.founded();
        var lark = town.spawn("Lara", LARK, TownPlan.HOME, Optional.empty(), 500_000);
        var owl = town.spawn("Otto", OWL, TownPlan.HOME, Optional.empty(), 500_000);

        town.runTo(5, 6, 30);

        assertThat(town.stateOf(lark).status()).isEqualTo(ResidentStatus.ACTIVE);
        assertThat(town.stateOf(owl).status()).isEqualTo(ResidentStatus.SLEEPING);
    }

    @Test
    void whoFindsTheBakeryClosedBuysElsewhere() {
        var town = Town.founded();
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        town.submit(new CloseLocation(TownPlan.BAKERY, "no flour"));

        town.runTo(1, 0, 0);

        assertThat(town.deedsOf(ann)).noneMatch(it -> it.contains("bread")).anyMatch(it -> it.contains("cheese"));
    }

    @Test
    void whoFindsNothingToEatGoesHungryAndSaysSo() {
        var town = Town.founded();
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        town.submit(new CloseLocation(TownPlan.BAKERY, "no flour"));
        town.submit(new CloseLocation(TownPlan.GROCER, "rats"));
        town.submit(new CloseLocation(TownPlan.TAVERN, "a brawl"));

        town.runTo(1, 0, 0);

        assertThat(town.deedsOf(ann)).noneMatch(it -> it.startsWith("use")).anyMatch(it -> it.endsWith("(no food)"));
        assertThat(town.stateOf(ann).needs().food()).isZero();
    }

    @Test
    void whoIsAtWorkGoesHomeWhenItsWorkplaceIsClosed() {
        var town = Town.founded();
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        town.runTo(0, 10, 20);
        assertThat(town.stateOf(ann).activity()).isEqualTo("working");

        town.submit(new CloseLocation(TownPlan.HALL, "a fire"));
        town.runTick();

        assertThat(town.deedsOf(ann)).last().asString().endsWith("(place closed)");
    }

    @Test
    void whoHasNoJobTakesOne() {
        var town = Town.founded();
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.empty(), 50_000);

        town.runTo(0, 12, 0);

        assertThat(town.economy.employmentOf(town.world.slotOf(ann))).isPresent();
        assertThat(town.deedsOf(ann)).anyMatch(it -> it.startsWith("take_job") && it.endsWith("(no job)"));
    }
}
