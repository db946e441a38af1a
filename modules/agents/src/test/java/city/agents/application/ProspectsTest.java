package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.Life;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.domain.salience.FirstDeeds;
import city.agents.domain.salience.Prospects;
import city.agents.domain.state.Lives;
import city.economy.Money;
import city.world.Atlas;
import city.world.Climate;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.WorldCommand.FoundWorld;
import city.world.kernel.Shards;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProspectsTest {
    private static final Action.Buy MEAL = new Action.Buy("meal", 1);

    private final Town town = Town.founded();
    private final Lives lives = new Lives();
    private final Prospects prospects = new Prospects(town.world, town.economy, lives);
    private ResidentId ann;
    private int slot;

    @BeforeEach
    void setUp() {
        ann = residentWith(100_00);
        slot = town.world.slotOf(ann);
    }

    @Test
    void aPlaceIsNewUntilSomebodyWasThere() {
        assertThat(prospects.of(slot, new Action.Move(TownPlan.PARK))).isEqualTo(Occasion.FIRST_TIME);

        lives.learnPlace(slot, town.world.rowOf(TownPlan.PARK));

        assertThat(prospects.of(slot, new Action.Move(TownPlan.PARK))).isEqualTo(Occasion.NEXT_STEP);
        assertThat(prospects.of(slot, new Action.Move(TownPlan.SQUARE))).isEqualTo(Occasion.FIRST_TIME);
    }

    @Test
    void aPlaceThatIsNowhereIsNothingNew() {
        assertThat(prospects.of(slot, new Action.Move(TownPlan.place(99)))).isEqualTo(Occasion.NEXT_STEP);
    }

    @Test
    void whoWasInARoomWasInTheHouse() {
        var house = TownPlan.place(31);
        var room = TownPlan.place(32);
        var other = new Town(Shards.sequential());
        other.submit(new FoundWorld(
                mapOf(
                        place(TownPlan.STREET, LocationKind.STREET, Optional.empty()),
                        place(house, LocationKind.HALL, Optional.empty()),
                        place(room, LocationKind.LIBRARY, Optional.of(house))),
                Climate.DRY));
        var weighed = new Prospects(other.world, other.economy, lives);

        lives.learnPlace(slot, other.world.rowOf(room));

        assertThat(weighed.of(slot, new Action.Move(house))).isEqualTo(Occasion.NEXT_STEP);
        assertThat(weighed.of(slot, new Action.Move(TownPlan.STREET))).isEqualTo(Occasion.FIRST_TIME);
    }

    @Test
    void eachKindOfDeedHasItsOwnFirstTime() {
        var firsts = List.of(
                new Action.Work(),
                new Action.Study(30),
                new Action.Give(ann, new Money(1)),
                new Action.Buy("bread", 1),
                new Action.Invite(List.of(ann), Optional.empty(), 10));

        for (var action : firsts) {
            assertThat(prospects.of(slot, action)).isEqualTo(Occasion.FIRST_TIME);
            lives.learnDeed(slot, FirstDeeds.of(action));
            assertThat(prospects.of(slot, action)).isEqualTo(Occasion.NEXT_STEP);
        }
    }

    @Test
    void whatEverybodyAlwaysDoesIsNeverAFirstTime() {
        assertThat(List.of(new Action.Rest(5), new Action.Wait(5), new Action.Sleep(), new Action.Use("bread")))
                .allMatch(it -> prospects.of(slot, it) == Occasion.NEXT_STEP);
    }

    @Test
    void moneyIsAtStakeWheneverAJobIsTakenOrLeft() {
        assertThat(prospects.of(slot, new Action.TakeJob(TownPlan.CLERK))).isEqualTo(Occasion.MONEY_AT_STAKE);
        assertThat(prospects.of(slot, new Action.QuitJob())).isEqualTo(Occasion.MONEY_AT_STAKE);
    }

    @Test
    void aGiftIsWeighedAgainstThePurse() {
        lives.learnDeed(slot, FirstDeeds.of(new Action.Give(ann, new Money(1))));

        assertThat(prospects.of(slot, new Action.Give(ann, new Money(9_99)))).isEqualTo(Occasion.NEXT_STEP);
        assertThat(prospects.of(slot, new Action.Give(ann, new Money(10_00)))).isEqualTo(Occasion.MONEY_AT_STAKE);
    }

    @Test
    void aPurchaseIsWeighedByPriceAndUnits() {
        int rich = guestWith(90_01);
        int poor = guestWith(90_00);

        assertThat(prospects.of(rich, MEAL)).isEqualTo(Occasion.NEXT_STEP);
        assertThat(prospects.of(poor, MEAL)).isEqualTo(Occasion.MONEY_AT_STAKE);
        assertThat(prospects.of(rich, new Action.Buy("meal", 2))).isEqualTo(Occasion.MONEY_AT_STAKE);
        assertThat(prospects.of(poor, new Action.Buy("cheese", 100)))
                .as("not sold here")
                .isEqualTo(Occasion.NEXT_STEP);
    }

    private static Atlas mapOf(Atlas.Location... places) {
        var middle = new Atlas.Neighborhood(new UUID(0x4e_8000L, 1), "Middle", List.of(places));
        return new Atlas(List.of(new Atlas.District(new UUID(0xd1_8000L, 1), "Town", List.of(middle))));
    }

    private static Atlas.Location place(LocationId id, LocationKind kind, Optional<LocationId> within) {
        return new Atlas.Location(id, kind.name(), kind, 0, 0, 100, List.of(Hours.ALWAYS), within);
    }

    private ResidentId residentWith(long cents) {
        var id = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.empty(), cents);
        lives.add(town.world.slotOf(id), Life.LIKE_MOST, 0);
        return id;
    }

    /// In the tavern, where a meal costs 9.00; it bought there before.
    private int guestWith(long cents) {
        var id = town.spawn("Guest", Traits.LIKE_MOST, TownPlan.TAVERN, Optional.empty(), cents);
        int guest = town.world.slotOf(id);
        lives.add(guest, Life.LIKE_MOST, 0);
        lives.learnDeed(guest, FirstDeeds.of(MEAL));
        return guest;
    }
}
