package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.StatusChanged;
import city.agents.ResidentStatus;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Transfer;
import city.world.ResidentId;
import city.world.WorldCommand.CloseLocation;
import city.world.WorldCommand.LocationResult;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayInTheLifeTest {
    private static final LocalDateTime TUESDAY = LocalDateTime.of(2030, 4, 2, 0, 0);
    private static final LocalDateTime WEDNESDAY = TUESDAY.plusDays(1);
    private static final LocalDateTime THURSDAY = TUESDAY.plusDays(2);
    private static final LocalDateTime SATURDAY = TUESDAY.plusDays(4);

    private final Village village = new Village();
    private final ResidentId bram = village.resident("Bram Oakley").id();
    private final ResidentId pia = village.resident("Pia Lindqvist").id();

    @Test
    void theBakerBakesEatsIsPaidShopsStrollsAndSleeps() {
        village.runTo(THURSDAY.plusHours(4));

        assertThat(village.deedsOf(bram, WEDNESDAY))
                .containsSubsequence(
                        "use bread (plan)",
                        "move Oakley's Bakery (shift)",
                        "wait (too early)",
                        "work (shift)",
                        "use bread (hungry)",
                        "work (shift)",
                        "move Rooms over the Bakery (plan)",
                        "move The Old Yews (plan)",
                        "wait (plan)",
                        "use bread (hungry)",
                        "sleep (tired)",
                        "move Oakley's Bakery (shift)");
    }

    @Test
    void theBakerIsThereWhenTheShiftBeginsAndSleepsAtNightOnly() {
        village.runTo(THURSDAY.plusHours(4));

        assertThat(village.diaryOf(bram, WEDNESDAY)).contains("04:00 work (shift)");
        assertThat(village.facts(StatusChanged.class, WEDNESDAY)
                        .filter(it -> it.resident().equals(bram))
                        .map(StatusChanged::to))
                .containsExactly(ResidentStatus.SLEEPING, ResidentStatus.ACTIVE);
    }

    @Test
    void theBakerIsPaidForTheHoursOfTheShiftAndPaysForItsBread() {
        village.runTo(THURSDAY);
        var wages = transfersOf(Transfer.Kind.WAGE, WEDNESDAY).toList();
        village.runTo(SATURDAY);

        assertThat(wages.stream()
                        .filter(it -> it.to().value().equals(bram.value()))
                        .mapToLong(it -> it.amount().minor()))
                .as("eight hours at 1.60, less the time to eat")
                .singleElement()
                .satisfies(it -> assertThat(it).isBetween(7 * 160L, 8 * 160L));
        assertThat(transfersOf(Transfer.Kind.PURCHASE, TUESDAY)
                        .filter(it -> it.from().value().equals(bram.value())))
                .as("a dozen breads and more at 1.05")
                .anySatisfy(it -> {
                    assertThat(it.amount().minor()).isGreaterThan(12 * 105L);
                    assertThat(it.amount().minor() % 105).isZero();
                });
    }

    @Test
    void withoutTheBakeryNobodyWorksThereAndPeopleEatBaskets() {
        village.runTo(TUESDAY);

        close("Oakley's Bakery");
        village.runTo(SATURDAY);

        assertThat(transfersOf(Transfer.Kind.WAGE, TUESDAY).map(MoneyTransferred::to))
                .noneMatch(it -> it.value().equals(bram.value()) || it.value().equals(pia.value()));
        assertThat(village.deedsOf(bram, TUESDAY))
                .doesNotContain("work (shift)")
                .containsSubsequence(
                        "use bread (hungry)",
                        "rest (place closed)",
                        "move Marchetti's Grocery (pantry low)",
                        "buy basket (pantry low)",
                        "use basket (hungry)");
        assertThat(bought(TUESDAY)).noneMatch(it -> it.endsWith("bread")).anyMatch(it -> it.endsWith("basket"));
        assertThat(village.residents()).allMatch(it -> it.needs().food() > 0);
        assertThat(village.audit()).isEmpty();
    }

    @Test
    void whereNothingIsSoldPeopleEatUpWhatTheyHaveAndGoHungry() {
        village.runTo(TUESDAY);

        close("Oakley's Bakery");
        close("Marchetti's Grocery");
        close("The Golden Plough");
        village.runTo(TUESDAY.plusDays(10));

        var last = TUESDAY.plusDays(9);
        assertThat(bought(TUESDAY)).allMatch(it -> it.endsWith("ale"));
        assertThat(village.facts(Acted.class, last).map(Acted::action)).doesNotContain("use");
        assertThat(village.facts(Acted.class, last).map(Acted::because)).contains("no food");
        assertThat(village.residents()).allMatch(it -> it.needs().food() == 0);
        assertThat(village.audit()).isEmpty();
    }

    private void close(String name) {
        var location = village.location(name).location().id();
        assertThat(village.order(new CloseLocation(location, "no way in"))).isInstanceOf(LocationResult.Done.class);
    }

    private Stream<MoneyTransferred> transfersOf(Transfer.Kind kind, LocalDateTime from) {
        return village.facts(MoneyTransferred.class, from).filter(it -> it.kind() == kind);
    }

    /// As `2 bread`.
    private Stream<String> bought(LocalDateTime from) {
        return village.facts(Acted.class, from)
                .filter(it -> it.action().equals("buy") && it.outcome().equals("done"))
                .map(Acted::detail);
    }
}
