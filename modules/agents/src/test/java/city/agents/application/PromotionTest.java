package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.AgentsCommand.MindGaveUp;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.Thought.Tier;
import city.agents.spi.MindsSettings.Remember;
import city.world.ResidentId;
import city.world.kernel.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Nobody answers here, so the routine does what it was about to do, or what it would by then.
class PromotionTest {
    private static final int DAYS = 8;
    private static final int TICKS_A_DAY = 288;
    private static final int NEW_PLACES = 7;
    private static final Traits OUTGOING = new Traits(90, 50, 95, 80, 20, 50);

    /// Of which the first is worth a question.
    private static final Set<String> DEEDS = Set.of("work", "buy", "give", "study", "invite");

    @Test
    void whatIsDoneForTheFirstTimeIsAskedAboutAndNothingElse() {
        var town = Town.founded();
        var ann = town.spawn("Ann", OUTGOING, TownPlan.HOME, Optional.of(TownPlan.CLERK), 800_00);
        think(town, ann, Occasion.FIRST_TIME.salience());

        while (town.tick() < DAYS * TICKS_A_DAY) {
            town.runTick();
            answerNothing(town, ann);
        }

        var known = new HashSet<>(Set.of("", "move Home", "move Hall", "work"));
        var firsts = new ArrayList<String>();
        var askedSince = new ArrayList<Occasion>();
        for (var event : concerning(ann, town.told)) {
            if (event instanceof MindAsked it) {
                askedSince.add(it.occasion());
            } else if (event instanceof Acted deed && known.add(what(deed))) {
                firsts.add(what(deed));
                assertThat(askedSince).as(what(deed)).isNotEmpty();
                askedSince.clear();
            }
        }
        assertThat(askedSince).as("when nothing is new any more").isNotEmpty().doesNotContain(Occasion.FIRST_TIME);
        assertThat(firsts).contains("buy", "move Tavern").hasSizeGreaterThan(4);
        assertThat(occasions(ann, town)).contains(Occasion.FIRST_TIME, Occasion.MORNING);
    }

    @Test
    void whatWasDoneByRoutineIsKnownToTheMindThatComesLater() {
        var town = Town.founded();
        var ann = livesWithOthers(town, Occasion.NEVER);
        town.runTo(DAYS, 0, 0);
        int before = town.told.size();
        var known = new HashSet<String>();
        concerning(ann, town.told).forEach(it -> known.add(what((Acted) it)));

        think(town, ann, Occasion.FIRST_TIME.salience());
        town.runTo(2 * DAYS, 0, 0);

        long news = concerning(ann, town.told.subList(before, town.told.size())).stream()
                .filter(it -> it instanceof Acted deed && known.add(what(deed)))
                .count();
        assertThat(known).contains("buy", "move Tavern");
        assertThat(occasions(ann, town))
                .contains(Occasion.MORNING)
                .filteredOn(it -> it == Occasion.FIRST_TIME)
                .hasSize((int) news);
    }

    @Test
    void whoLooksForWorkIsAskedBeforeItTakesAJob() {
        var town = Town.founded();
        town.runTo(0, 12, 0);
        var bob = town.spawn("Bob", Traits.LIKE_MOST, TownPlan.HOME, Optional.empty(), 500_00);
        think(town, bob, Occasion.MONEY_AT_STAKE.salience());

        town.runTo(0, 18, 0);

        var events = concerning(bob, town.told);
        int taken = indexOf("take_job", "", events);
        assertThat(events.get(taken - 1)).isEqualTo(new MindAsked(bob, 1, MindKind.MODEL, Occasion.MONEY_AT_STAKE));
    }

    @Test
    void whoComesWithAJobKnowsItsHomeAndItsWork() {
        var town = Town.founded();
        var ann = livesWithOthers(town, 0);

        town.runTo(1, 0, 0);

        var events = concerning(ann, town.told);
        int walk = indexOf("move", "Hall", events);
        assertThat(((MindAsked) events.get(walk - 1)).occasion()).isNotEqualTo(Occasion.FIRST_TIME);
        int work = indexOf("work", "", events);
        assertThat(((MindAsked) events.get(work - 1)).occasion()).isEqualTo(Occasion.NEXT_STEP);
    }

    /// A kind of occasion that was worth a question before still is, and what is about to be done only adds to them.
    @Property(tries = 12)
    void promotionOnlyEverRaises(@ForAll @IntRange(min = 0, max = 1000) int threshold) {
        var town = Town.founded();
        var ann = livesWithOthers(town, threshold);

        town.runTo(3, 0, 0);

        assertThat(occasions(ann, town)).allMatch(it -> it.salience() >= threshold);
        if (threshold <= Occasion.MORNING.salience()) {
            assertThat(occasions(ann, town)).contains(Occasion.MORNING);
        }
    }

    @Test
    void anotherProcessGoesOnWithTheSameFirstTimes() {
        var town = Town.founded();
        var ann = livesWithOthers(town, Occasion.FIRST_TIME.salience());
        town.runTo(1, 18, 0);
        int told = town.told.size();

        var other = town.reloaded();
        town.runTo(DAYS, 0, 0);
        other.runTo(DAYS, 0, 0);

        var since = town.told.subList(told, town.told.size());
        assertThat(concerning(ann, other.told)).isEqualTo(concerning(ann, since));
        assertThat(concerning(ann, since))
                .anyMatch(it -> it instanceof MindAsked asked && asked.occasion() == Occasion.FIRST_TIME);
        assertThat(other.checksum()).isEqualTo(town.checksum());
    }

    /// A model that would rather rest is asked about each place and deed once.
    @Test
    void whoWillNotIsNotAskedAgain() {
        var town = Town.founded();
        var ann = town.spawn("Ann", OUTGOING, TownPlan.HOME, Optional.of(TownPlan.CLERK), 800_00);
        think(town, ann, Occasion.FIRST_TIME.salience());

        while (town.tick() < DAYS * TICKS_A_DAY) {
            town.runTick();
            var mind = town.reads.mind(town.snapshot(), ann).orElseThrow();
            if (mind.open().isPresent()) {
                town.submit(new MindReplied(ann, mind.questions(), new Action.Rest(10)));
            }
        }

        assertThat(occasions(ann, town))
                .filteredOn(it -> it == Occasion.FIRST_TIME)
                .hasSizeBetween(1, NEW_PLACES + DEEDS.size());
    }

    @Test
    void theModelIsToldWhyItIsAskedAndSoIsWhoReadsDecisions() {
        try (var city = new ThinkingTown(new Remember(3, 10, 100))) {
            var ann = city.town.spawn("Ann", OUTGOING, TownPlan.HOME, Optional.of(TownPlan.CLERK), 60_00);
            city.think(ann, Occasion.FIRST_TIME.salience());

            city.runTo(2, 0, 0);

            var thoughts = city.thoughtsOf(ann, 3);
            assertThat(thoughts).extracting(Thought::occasion).contains(Occasion.FIRST_TIME, Occasion.MONEY_AT_STAKE);
            assertThat(thoughts)
                    .filteredOn(it -> it.occasion() == Occasion.FIRST_TIME)
                    .allMatch(it -> it.tier() == Tier.MODEL)
                    .allMatch(it -> it.asked().input().contains("You are about to go where you never were"));
            assertThat(thoughts)
                    .filteredOn(it -> it.occasion() == Occasion.MONEY_AT_STAKE)
                    .allMatch(it -> it.tier() == Tier.MODEL)
                    .allMatch(it -> it.asked().input().contains("You are about to do what moves a good part"));
        }
    }

    private static ResidentId livesWithOthers(Town town, int threshold) {
        var ann = town.spawn("Ann", OUTGOING, TownPlan.HOME, Optional.of(TownPlan.CLERK), 800_00);
        town.spawn("Bob", OUTGOING, TownPlan.HOME, Optional.of(TownPlan.BAKER), 800_00);
        town.spawn("Cid", OUTGOING, TownPlan.HOME, Optional.of(TownPlan.HOST), 800_00);
        think(town, ann, threshold);
        return ann;
    }

    private static void think(Town town, ResidentId who, int threshold) {
        town.submit(new SetMind(who, new MindSettings(MindKind.MODEL, threshold, 1)));
    }

    /// Before time goes on, so that the routine decides what it had decided.
    private static void answerNothing(Town town, ResidentId who) {
        var mind = town.reads.mind(town.snapshot(), who).orElseThrow();
        if (mind.open().isPresent()) {
            town.submit(new MindGaveUp(who, mind.questions(), Outcome.TIMED_OUT));
        }
    }

    private static List<Occasion> occasions(ResidentId who, Town town) {
        return town.facts(MindAsked.class).stream()
                .filter(it -> it.resident().equals(who))
                .map(MindAsked::occasion)
                .toList();
    }

    private static List<Event> concerning(ResidentId who, List<Event> told) {
        var events = new ArrayList<Event>();
        for (var event : told) {
            boolean its = event instanceof MindAsked || event instanceof Acted;
            if (its && event.subject().equals(who.value())) {
                events.add(event);
            }
        }
        return events;
    }

    /// As it is told apart whether it is new; empty for what always was known.
    private static String what(Acted deed) {
        if (deed.action().equals("move")) {
            return "move " + deed.detail();
        }
        return DEEDS.contains(deed.action()) ? deed.action() : "";
    }

    private static int indexOf(String action, String detail, List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Acted it
                    && it.action().equals(action)
                    && it.detail().startsWith(detail)) {
                return i;
            }
        }
        throw new AssertionError("never: " + action);
    }
}
