package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.AgentsReads.HeldOpinion;
import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.Occasion;
import city.agents.Opinion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.domain.night.NightAnswer;
import city.agents.domain.night.NightAnswer.Insight;
import city.agents.domain.night.NightAnswer.Step;
import city.agents.domain.night.NightAnswer.View;
import city.agents.spi.MindsSettings.Night;
import city.agents.spi.MindsSettings.Remember;
import city.agents.spi.ModelTier;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryEvent.Remembered;
import city.memory.MemoryId;
import city.world.ResidentId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NightsTest {
    private static final int THRESHOLD = 1_000;
    private static final NightAnswer NOTHING = new NightAnswer(List.of(), List.of(), List.of());
    private static final Allowance ENOUGH = new Allowance(
            new Limit(Limit.UNLIMITED, Limit.UNLIMITED, Limit.UNLIMITED),
            new Limit(Limit.UNLIMITED, Limit.UNLIMITED, Limit.UNLIMITED));

    @Test
    void whoLivedThroughEnoughLooksBackOnceAndCitesWhatItRemembers() {
        try (var city = town(Budgets.NONE)) {
            var ann = ann(city);
            lives(city, ann, 600, 41, 42);
            lives(city, ann, 400, 7);
            city.dreams = _ -> new NightAnswer(
                    List.of(
                            new Insight("Ben is in need.\nI should help.", List.of("m1", "m2")),
                            new Insight("I can fly.", List.of("m9")),
                            new Insight("Nobody told me.", List.of())),
                    List.of(),
                    List.of());

            city.runTo(1, 12, 0);

            var night = city.thoughtsOf(ann, 1).getFirst();
            assertThat(city.calls).singleElement().extracting(it -> it.tier()).isEqualTo(ModelTier.DEEP);
            assertThat(night.question()).isZero();
            assertThat(night.occasion()).isEqualTo(Occasion.ASLEEP);
            assertThat(night.outcome()).isEqualTo(Outcome.FOLLOWED);
            assertThat(night.detail()).contains("insights[1].because", "insights[2].because");
            assertThat(night.asked().input()).contains("m1 ", "m2 ", "\"lived 400\"");
            var insight = city.town.facts(Remembered.class);
            assertThat(insight).singleElement().satisfies(it -> {
                assertThat(it.kind()).isEqualTo(Kind.INSIGHT);
                assertThat(it.text()).isEqualTo("Ben is in need. I should help.");
                assertThat(it.importance()).isEqualTo(700);
                assertThat(it.evidence()).contains(List.of(7L, 41L, 42L));
            });
        }
    }

    @Test
    void whatLiesBeforeTheLastLookBackCountsNoMore() {
        try (var city = town(Budgets.NONE)) {
            var ann = ann(city);
            lives(city, ann, 1_000, 1);
            city.runTo(1, 12, 0);
            assertThat(city.thoughtsOf(ann, 1)).hasSize(1);
            lives(city, ann, 999, 2);

            city.runTo(2, 12, 0);

            assertThat(city.calls).hasSize(1);
            lives(city, ann, 1, 3);
            city.runTo(3, 12, 0);
            assertThat(city.thoughtsOf(ann, 2)).hasSize(2);
        }
    }

    @Test
    void aNightThatCameToNothingIsMadeUpForByTheNext() {
        try (var city = town(Budgets.NONE)) {
            var ann = ann(city);
            lives(city, ann, 1_000, 1);
            city.dreams = _ -> new NightAnswer(List.of(new Insight("I can fly.", List.of("m2"))), List.of(), List.of());

            city.runTo(2, 12, 0);

            assertThat(city.thoughtsOf(ann, 2)).extracting(Thought::outcome).containsOnly(Outcome.UNUSABLE);
            assertThat(city.town.facts(Remembered.class)).isEmpty();
        }
    }

    @Test
    void conclusionsAndSummariesAreNothingLivedThrough() {
        try (var city = town(Budgets.NONE)) {
            var ann = ann(city);
            lives(city, ann, 999, 1);
            city.memories.add(memory(city, ann, Kind.INSIGHT, 900, 2));
            city.memories.add(memory(city, ann, Kind.SUMMARY, 900, 3));

            city.runTo(1, 12, 0);

            assertThat(city.calls).isEmpty();
            assertThat(city.thoughts.all()).isEmpty();
        }
    }

    @Test
    void aNightIsNotAskedAboutWithoutABudget() {
        var oneCall = new Limit(1, Limit.UNLIMITED, Limit.UNLIMITED);
        var budgets = new Budgets(ENOUGH, Map.of(), new Allowance(oneCall, oneCall));
        try (var city = town(budgets)) {
            var ann = ann(city);
            lives(city, ann, 1_000, 1);
            city.runTo(1, 12, 0);
            lives(city, ann, 1_000, 2);

            city.runTo(2, 12, 0);

            var nights = city.thoughtsOf(ann, 2);
            assertThat(nights).extracting(Thought::outcome).containsExactly(Outcome.FOLLOWED, Outcome.DECLINED);
            assertThat(nights.getLast().detail()).contains("1 calls");
            assertThat(city.calls).hasSize(1);
        }
    }

    @Test
    void byDayAsWellNobodyIsAskedWithoutABudget() {
        var nothing = new Limit(Limit.UNLIMITED, Limit.UNLIMITED, 0);
        var budgets = new Budgets(new Allowance(nothing, nothing), Map.of(), ENOUGH);
        try (var city = town(budgets)) {
            var ann = ann(city);
            city.think(ann, Occasion.MORNING.salience());
            int deeds = city.town.deedsOf(ann).size();

            city.runTo(1, 12, 0);

            var morning = city.thoughtsOf(ann, 1).getFirst();
            assertThat(morning.outcome()).isEqualTo(Outcome.DECLINED);
            assertThat(morning.detail()).contains("the city may use 0 millionths of money");
            assertThat(city.calls).isEmpty();
            assertThat(city.town.deedsOf(ann)).hasSizeGreaterThan(deeds).noneMatch(it -> it.endsWith("(thought)"));
        }
    }

    @Test
    void anOpinionIsReplacedWhenItChanges() {
        try (var city = town(Budgets.NONE)) {
            var ann = ann(city);
            lives(city, ann, 1_000, 1);
            city.dreams = _ -> new NightAnswer(
                    List.of(),
                    List.of(new View("bread", 2, "It is worth its price."), new View("p7", 1, "Who?")),
                    List.of());
            city.runTo(1, 12, 0);
            assertThat(city.thoughtsOf(ann, 1).getFirst().detail()).contains("opinions[1].about");
            lives(city, ann, 1_000, 2);
            city.dreams = _ -> new NightAnswer(List.of(), List.of(new View("bread", -1, "It was stale.")), List.of());

            city.runTo(2, 12, 0);

            city.thoughtsOf(ann, 2);
            assertThat(city.town.reads.nights(city.town.snapshot(), ann).opinions())
                    .extracting(HeldOpinion::opinion)
                    .containsExactly(new Opinion(new Opinion.Subject.Good("bread"), -1, "It was stale."));
        }
    }

    @Test
    void whatItPlannedAtNightIsDoneTheNextDay() {
        try (var city = town(Budgets.NONE)) {
            var ann = ann(city);
            lives(city, ann, 1_000, 1);
            city.dreams = told -> new NightAnswer(
                    List.of(), List.of(), List.of(new Step("leisure", handleOf("Park", told), "10:00", 120)));

            city.runTo(1, 22, 0);

            assertThat(city.thoughtsOf(ann, 1).getFirst().detail()).isEmpty();
            var deeds = city.town.deedsOf(ann);
            assertThat(deeds).contains("move Park (plan)");
            assertThat(deeds.subList(deeds.indexOf("move Park (plan)"), deeds.size()))
                    .as("no work was planned")
                    .noneMatch(it -> it.startsWith("work"));
        }
    }

    private static ThinkingTown town(Budgets budgets) {
        var night = new Night(true, THRESHOLD, Duration.ofSeconds(20), 2_500, 900, 30);
        return new ThinkingTown(new Remember(0, 1, 1), night, budgets);
    }

    /// She thinks with a model, and is never asked by day.
    private static ResidentId ann(ThinkingTown city) {
        var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        city.runTo(0, 10, 0);
        city.think(ann, Occasion.NEVER);
        city.dreams = _ -> NOTHING;
        return ann;
    }

    private static void lives(ThinkingTown city, ResidentId resident, int importance, long... events) {
        city.memories.add(memory(city, resident, Kind.OBSERVATION, importance, events));
    }

    private static Memory memory(ThinkingTown city, ResidentId resident, Kind kind, int importance, long... events) {
        long tick = city.town.tick();
        return new Memory(
                new MemoryId(new UUID(9, events[0])),
                resident,
                kind,
                "lived " + importance,
                importance,
                tick,
                tick,
                0,
                false,
                Arrays.stream(events).boxed().toList());
    }

    /// Of a place in what a model was told.
    private static String handleOf(String place, String told) {
        return told.lines()
                .filter(it -> it.matches("l\\d+ \"" + place + "\".*"))
                .map(it -> it.substring(0, it.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }
}
