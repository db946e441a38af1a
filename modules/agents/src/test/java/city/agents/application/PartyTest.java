package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.Depart;
import city.agents.AgentsCommand.PartyResult;
import city.agents.AgentsCommand.Pause;
import city.agents.AgentsCommand.PlanParty;
import city.agents.AgentsEvent.PartyJoined;
import city.agents.AgentsEvent.PartyTold;
import city.agents.AgentsReads.KnownParty;
import city.agents.AgentsReads.PlannedStep;
import city.agents.PartyId;
import city.agents.PartyReads.GuestState;
import city.agents.Persona.Traits;
import city.economy.JobId;
import city.social.SocialEvent.MessageSaid;
import city.social.Tone;
import city.social.Utterance;
import city.world.LocationId;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyTest {
    private static final Traits SOCIABLE = new Traits(80, 50, 100, 100, 0, 50);
    private static final Instant TUESDAY_EVENING = Instant.parse("2030-01-08T18:00:00Z");

    private Town town;
    private ResidentId ann;
    private ResidentId bob;
    private ResidentId cat;

    @BeforeEach
    void setUp() {
        town = Town.founded();
        town.runTo(0, 10, 0);
        ann = spawn("Ann Alder", Optional.empty());
        bob = spawn("Bob Birch", Optional.empty());
        cat = spawn("Cat Cedar", Optional.empty());
    }

    @Test
    void whoeverIsToldKnowsByWhomAndTellsOn() {
        var party = plan(TUESDAY_EVENING);

        tellOn(party.topic());

        assertThat(town.facts(PartyTold.class))
                .extracting(it -> it.resident(), it -> it.by())
                .containsExactly(tuple(bob, ann), tuple(cat, bob));
        assertThat(town.agents.parties().guests(town.snapshot(), party))
                .extracting(GuestState::resident, GuestState::path)
                .containsExactly(tuple(ann, List.of()), tuple(bob, List.of(ann)), tuple(cat, List.of(ann, bob)));
        assertThat(town.reads.observe(town.snapshot(), cat).orElseThrow().parties())
                .extracting(KnownParty::id, KnownParty::host, KnownParty::place, KnownParty::begins)
                .containsExactly(tuple(party, "Ann Alder", "Square", TUESDAY_EVENING));
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void whatTheTellerDoesNotKnowIsOnlyWords() {
        var party = plan(TUESDAY_EVENING);

        tell(bob, cat, party.topic());
        tell(ann, spawn("Dan Dogwood", Optional.empty()), new PartyId(new UUID(1, 1)).topic());

        assertThat(town.facts(MessageSaid.class)).hasSize(2);
        assertThat(town.facts(PartyTold.class)).isEmpty();
    }

    @Test
    void whoMeansToComeIsThere() {
        var party = plan(TUESDAY_EVENING);
        tellOn(party.topic());

        town.runTo(1, 21, 0);

        var willing = town.agents.parties().guests(town.snapshot(), party).stream()
                .filter(GuestState::willing)
                .map(GuestState::resident)
                .toList();
        assertThat(willing).contains(ann).hasSizeGreaterThan(1);
        assertThat(town.facts(PartyJoined.class))
                .extracting(PartyJoined::resident)
                .containsAll(willing)
                .doesNotHaveDuplicates();
        assertThat(town.deedsOf(ann)).contains("move Square (party)");
        assertThat(town.agents.parties().guests(town.snapshot(), party))
                .allSatisfy(guest -> assertThat(guest.cameAt().stream()).allMatch(it -> !it.isBefore(TUESDAY_EVENING)));
    }

    @Test
    void whoHearsOfItOnTheDayFindsTheTime() {
        town.runTo(1, 15, 0);
        ann = spawn("Ann Alder", Optional.empty());
        var dan = spawn("Dan Dogwood", Optional.empty());
        var party = plan(TUESDAY_EVENING);
        tell(ann, dan, party.topic());
        assertThat(town.facts(PartyTold.class)).extracting(PartyTold::willing).containsExactly(true);

        town.runTo(1, 17, 0);

        assertThat(town.reads.plan(town.snapshot(), dan))
                .extracting(PlannedStep::what, PlannedStep::at)
                .contains(tuple("go to a party", TUESDAY_EVENING));
    }

    @Test
    void aPartingWordTellsTheOthersToo() {
        var party = plan(TUESDAY_EVENING);
        town.act(ann, new Action.Invite(List.of(bob), Optional.empty(), 30));
        town.act(bob, new Action.Reply(true, 30));

        town.act(ann, new Action.LeaveTalk(Optional.of(word(party.topic())), Optional.empty()));

        assertThat(town.facts(PartyTold.class)).extracting(PartyTold::resident).containsExactly(bob);
    }

    @Test
    void whoIsMadeToStandStillThereHasNotCome() {
        plan(Instant.parse("2030-01-07T10:05:00Z"), TownPlan.HOME);
        town.submit(new Pause(ann));
        town.runTo(0, 12, 30);

        assertThat(town.facts(PartyJoined.class)).isEmpty();
    }

    @Test
    void workComesFirst() {
        var dan = spawn("Dan Dogwood", Optional.of(TownPlan.CLERK));
        var party = plan(Instant.parse("2030-01-07T11:00:00Z"));
        tell(ann, dan, party.topic());
        assertThat(town.facts(PartyTold.class)).extracting(PartyTold::willing).containsExactly(true);

        town.runTo(0, 18, 0);

        assertThat(town.facts(PartyJoined.class))
                .extracting(PartyJoined::resident)
                .contains(ann)
                .doesNotContain(dan);
        assertThat(town.deedsOf(dan)).contains("work (shift)").doesNotContain("move Square (party)");
    }

    @Test
    void whatIsLoadedGoesOnAsIfNothingHadHappened() {
        var party = plan(TUESDAY_EVENING);
        tell(ann, bob, party.topic());
        var other = town.reloaded();

        town.runTo(1, 21, 0);
        other.runTo(1, 21, 0);

        assertThat(other.checksum()).isEqualTo(town.checksum());
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2030-01-08T18:00:00Z, begins, must be when Hall is open",
        "5, 2030-01-07T09:00:00Z, begins, must be after",
        "5, 2030-01-15T18:00:00Z, begins, within 7 days",
        "5, +1000000000-12-31T23:59:59Z, begins, within 7 days",
        "5, 2030-01-07T09:59:59.5Z, begins, must be after",
        "99, 2030-01-08T18:00:00Z, location, no location"
    })
    void whatCannotBeIsRefused(int place, Instant begins, String field, String reason) {
        assertThat(town.submit(new PlanParty(ann, "Dance", TownPlan.place(place), begins, 120)))
                .isInstanceOfSatisfying(PartyResult.Refused.class, it -> {
                    assertThat(it.field()).isEqualTo(field);
                    assertThat(it.reason()).contains(reason);
                });
    }

    @Test
    void nobodyAsksPeopleToTheHomeOfOthers() {
        var dan = town.spawn("Dan Dogwood", SOCIABLE, TownPlan.PARK, Optional.empty(), 50_000);

        assertThat(town.submit(new PlanParty(dan, "Dance", TownPlan.HOME, TUESDAY_EVENING, 120)))
                .isEqualTo(new PartyResult.Refused("location", "is the home of others: Home"));
        assertThat(town.submit(new PlanParty(ann, "Dance", TownPlan.HOME, TUESDAY_EVENING, 120)))
                .isInstanceOf(PartyResult.Planned.class);
    }

    /// It begins at the first tick that is not before.
    @Test
    void aTimeBetweenTicksIsRoundedUp() {
        var party = plan(Instant.parse("2030-01-07T10:00:00.5Z"));

        assertThat(town.agents
                        .parties()
                        .findParty(town.snapshot(), party)
                        .orElseThrow()
                        .begins())
                .isEqualTo(Instant.parse("2030-01-07T10:05:00Z"));
    }

    @Test
    void nobodyAndTheDepartedGiveNone() {
        var nobody = new ResidentId(new UUID(9, 9));
        town.submit(new Depart(bob));

        assertThat(town.submit(wish(nobody, TUESDAY_EVENING))).isEqualTo(new PartyResult.NoSuchResident(nobody));
        assertThat(town.submit(wish(bob, TUESDAY_EVENING))).isEqualTo(new PartyResult.HasDeparted(bob));
    }

    @Test
    void onlySoManyLieAhead() {
        for (int i = 0; i < 16; i++) {
            plan(TUESDAY_EVENING);
        }

        assertThat(town.submit(wish(bob, TUESDAY_EVENING)))
                .isInstanceOfSatisfying(
                        PartyResult.Refused.class, it -> assertThat(it.field()).isEqualTo("host"));
    }

    private ResidentId spawn(String name, Optional<JobId> job) {
        return town.spawn(name, SOCIABLE, TownPlan.HOME, job, 50_000);
    }

    private PartyId plan(Instant begins) {
        return plan(begins, TownPlan.SQUARE);
    }

    private PartyId plan(Instant begins, LocationId place) {
        return ((PartyResult.Planned) town.submit(new PlanParty(ann, "Dance", place, begins, 120))).party();
    }

    private static PlanParty wish(ResidentId host, Instant begins) {
        return new PlanParty(host, "Dance", TownPlan.SQUARE, begins, 120);
    }

    /// In a talk of their own, now. Both must be free and at one place.
    private void tell(ResidentId teller, ResidentId hearer, String topic) {
        assertThat(town.act(teller, new Action.Invite(List.of(hearer), Optional.of(word(topic)), 30)))
                .isInstanceOf(ActionResult.Talked.class);
        town.act(hearer, new Action.Reply(true, 30));
    }

    /// Ann tells Bob, who asks Cat to join them and tells her.
    private void tellOn(String topic) {
        tell(ann, bob, topic);
        town.act(bob, new Action.Invite(List.of(cat), Optional.empty(), 30));
        town.act(cat, new Action.Reply(true, 30));
        assertThat(town.act(bob, new Action.Say(word(topic), Optional.empty())))
                .isInstanceOf(ActionResult.Talked.class);
    }

    private static Utterance word(String topic) {
        return new Utterance("Have you heard?", Tone.PLAIN, topic);
    }
}
