package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.Depart;
import city.agents.AgentsCommand.Edit;
import city.agents.AgentsCommand.Pause;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.Resume;
import city.agents.AgentsCommand.Spawn;
import city.agents.AgentsCommand.SpawnResult;
import city.agents.Persona;
import city.agents.Persona.SomeTraits;
import city.agents.Persona.Traits;
import city.agents.ResidentStatus;
import city.economy.Economy;
import city.economy.Money;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorTest {
    private Town town;
    private ResidentId ann;

    @BeforeEach
    void setUp() {
        town = Town.founded();
        ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        town.runTo(0, 10, 20);
    }

    @Test
    void aPausedResidentStandsStillAndItsNeedsRest() {
        town.submit(new Pause(ann));
        var before = town.stateOf(ann).needs();
        int deeds = town.deedsOf(ann).size();

        town.runTo(2, 0, 0);

        assertThat(town.stateOf(ann).status()).isEqualTo(ResidentStatus.PAUSED);
        assertThat(town.stateOf(ann).needs()).isEqualTo(before);
        assertThat(town.deedsOf(ann)).hasSize(deeds);
        assertThat(town.submit(new Pause(ann))).isEqualTo(new ResidentResult.Already());
    }

    @Test
    void aResumedResidentGoesOnWithItsLife() {
        town.submit(new Pause(ann));
        town.runTo(3, 7, 30);
        int deeds = town.deedsOf(ann).size();

        town.submit(new Resume(ann));
        town.runTo(3, 12, 0);

        assertThat(town.deedsOf(ann).subList(deeds, town.deedsOf(ann).size())).contains("work (shift)");
    }

    @Test
    void aPausedWorkerIsPaidForWhatItWorked() {
        long before = town.balanceOf(ann);

        town.submit(new Pause(ann));

        assertThat(town.balanceOf(ann)).as("80 minutes at 25.00").isEqualTo(before + 3333);
    }

    @Test
    void whoDepartsLeavesItsMoneyToTheTreasuryAndItsRowAsDeparted() {
        assertThat(town.submit(new Depart(ann))).isEqualTo(new ResidentResult.Done());

        town.runTo(1, 0, 0);

        assertThat(town.balanceOf(ann)).isZero();
        assertThat(town.stateOf(ann).status()).isEqualTo(ResidentStatus.DEPARTED);
        assertThat(town.submit(new Depart(ann))).isEqualTo(new ResidentResult.Already());
        assertThat(town.submit(new Pause(ann))).isEqualTo(new ResidentResult.HasDeparted(ann));
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void anOrderedActionEndsWhatTheResidentWasDoing() {
        var result = town.act(ann, new Action.Move(TownPlan.PARK));

        assertThat(result).isEqualTo(new ActionResult.Done());
        assertThat(town.stateOf(ann).activity()).isEqualTo("on the way to Park");
        assertThat(town.stateOf(ann).because()).isEqualTo("operator");
    }

    @Test
    void aRefusedActionChangesNothing() {
        var nowhere = new LocationId(new java.util.UUID(1, 1));
        var before = town.checksum();

        assertRefused(new Action.Move(nowhere), Refusal.NO_SUCH_PLACE);
        assertRefused(new Action.Move(TownPlan.HALL), Refusal.ALREADY_THERE);
        assertRefused(new Action.Buy("bread", 1), Refusal.NOT_FOR_SALE);
        assertRefused(new Action.Buy("unicorn", 1), Refusal.NOT_FOR_SALE);
        assertRefused(new Action.Use("cheese"), Refusal.NOT_CARRIED);
        assertRefused(new Action.TakeJob(TownPlan.BAKER), Refusal.HAS_A_JOB);
        assertRefused(new Action.Give(ann, new Money(1)), Refusal.NO_SUCH_RESIDENT);

        assertThat(town.checksum()).isEqualTo(before);
    }

    @Test
    void whoSleepsOrIsPausedTakesNoOrders() {
        town.runTo(1, 3, 0);
        assertRefused(new Action.Wait(5), Refusal.ASLEEP);

        town.submit(new Pause(ann));

        assertRefused(new Action.Wait(5), Refusal.PAUSED);
    }

    @Test
    void aSpawnWithAnUnknownHomeOrATakenIdIsRefusedAndChangesNothing() {
        var before = town.checksum();
        var persona = new Persona("Bob", "", Traits.LIKE_MOST, List.of());
        var home = new LocationId(new java.util.UUID(1, 1));

        var noHome =
                town.submit(new Spawn(Optional.empty(), persona, Optional.of(home), Optional.empty(), new Money(0)));
        var taken = town.submit(new Spawn(Optional.of(ann), persona, Optional.empty(), Optional.empty(), new Money(0)));

        assertThat(noHome)
                .isInstanceOfSatisfying(
                        SpawnResult.Refused.class, it -> assertThat(it.field()).isEqualTo("home"));
        assertThat(taken)
                .isInstanceOfSatisfying(
                        SpawnResult.Refused.class, it -> assertThat(it.field()).isEqualTo("id"));
        assertThat(town.checksum()).isEqualTo(before);
    }

    @Test
    void aSpawnWithMoreMoneyThanTheMintMakesIsRefusedAndChangesNothing() {
        var before = town.checksum();
        var persona = new Persona("Croesus", "", Traits.LIKE_MOST, List.of());

        var refused = town.submit(
                new Spawn(Optional.empty(), persona, Optional.empty(), Optional.empty(), Economy.MAX_CIRCULATION));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        SpawnResult.Refused.class, it -> assertThat(it.field()).isEqualTo("endowment"));
        assertThat(town.checksum()).isEqualTo(before);
    }

    @Test
    void anEditChangesWhatIsGiven() {
        var edit = new Edit(
                ann, Optional.of("Anna"), Optional.empty(), Optional.empty(), Optional.of(List.of("To see the sea")));

        assertThat(town.submit(edit)).isEqualTo(new ResidentResult.Done());
        assertThat(town.submit(edit)).isEqualTo(new ResidentResult.Already());

        assertThat(town.stateOf(ann).persona())
                .isEqualTo(new Persona("Anna", "", Traits.LIKE_MOST, List.of("To see the sea")));
    }

    @Test
    void traitsThatAChangeDoesNotNameStay() {
        town.submit(traits(new SomeTraits(of(70), none(), none(), none(), none(), none())));
        town.submit(traits(new SomeTraits(none(), none(), none(), none(), none(), of(0))));

        assertThat(town.stateOf(ann).persona().traits()).isEqualTo(new Traits(70, 50, 50, 50, 50, 0));
    }

    private Edit traits(SomeTraits traits) {
        return new Edit(ann, Optional.empty(), Optional.empty(), Optional.of(traits), Optional.empty());
    }

    private static Optional<Integer> of(int trait) {
        return Optional.of(trait);
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }

    @Test
    void anObservationShowsThePlaceAndAtMostEightPeople() {
        for (int i = 0; i < 12; i++) {
            town.spawn("Guest " + i, Traits.LIKE_MOST, TownPlan.HALL, Optional.empty(), 1000);
        }

        var observation = town.reads.observe(town.snapshot(), ann).orElseThrow();

        assertThat(observation.place()).isEqualTo("Hall");
        assertThat(observation.crowd()).isEqualTo(13);
        assertThat(observation.people()).hasSize(8).noneMatch(it -> it.id().equals(ann));
        assertThat(town.reads.plan(town.snapshot(), ann))
                .anyMatch(it -> it.what().equals("work"));
    }

    private void assertRefused(Action action, Refusal refusal) {
        assertThat(town.act(ann, action))
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
