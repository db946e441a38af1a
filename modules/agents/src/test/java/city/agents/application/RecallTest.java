package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Budgets;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.Thought.Recalled;
import city.agents.spi.MindsSettings;
import city.agents.spi.MindsSettings.Night;
import city.agents.spi.MindsSettings.Remember;
import city.memory.Memories;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.Recollection;
import city.memory.Recollection.Score;
import city.world.ResidentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecallTest {
    private static final Duration DEADLINE = Duration.ofSeconds(12);
    private static final int MEMORIES = 8;
    private static final ResidentId ANN = new ResidentId(new UUID(9, 0));

    @Test
    void whatDoesNotComeToMindInTimeIsNotWaitedFor() {
        var end = new CountDownLatch(1);
        try (var city = new ThinkingTown(settings())) {
            city.recent = List.of(story(1, "just now"));
            city.recollections = () -> afterThe(end);

            var thought = firstThought(city);

            assertThat(thought.outcome()).as(thought.detail()).isEqualTo(Outcome.FOLLOWED);
            assertThat(thought.asked().recalled())
                    .extracting(Recalled::text)
                    .as("what is in mind without a recall")
                    .containsExactly("Story 1 just now");
            assertThat(thought.millis()).isLessThan((int) DEADLINE.toMillis());
            assertThat(city.calls).hasSize(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void onlyWhatStoodInThePromptIsSaidToHaveComeToMind() {
        try (var city = new ThinkingTown(settings())) {
            city.recollections = () ->
                    IntStream.range(0, MEMORIES).mapToObj(RecallTest::longStory).toList();

            var asked = firstThought(city).asked();

            assertThat(asked.recalled()).isNotEmpty().hasSizeLessThan(MEMORIES);
            for (int i = 0; i < MEMORIES; i++) {
                var story = longStory(i).memory();
                assertThat(asked.recalled().stream().anyMatch(it -> it.memory().equals(story.id())))
                        .as(story.text())
                        .isEqualTo(asked.input().contains("Story " + i));
            }
        }
    }

    @Test
    void whatWasLivedThroughLastIsInThePromptBesideWhatComesToMind() {
        try (var city = new ThinkingTown(settings())) {
            city.recent = List.of(story(1, "just now"), story(2, "this morning"));
            city.recollections = () -> List.of(
                    new Recollection(story(3, "long ago"), new Score(0.1, 0.2, 0.3)),
                    new Recollection(story(2, "this morning"), new Score(0.4, 0.5, 0.6)));

            var asked = firstThought(city).asked();

            assertThat(asked.input()).containsSubsequence("Story 1", "Story 3", "Story 2");
            assertThat(asked.input()).containsOnlyOnce("Story 2");
            assertThat(asked.recalled())
                    .extracting(Recalled::relevance)
                    .as("what nobody had to recall has no score")
                    .containsExactly(0.0, 0.3, 0.6);
        }
    }

    @Test
    void neitherCrowdsOutTheOther() {
        try (var city = new ThinkingTown(settings())) {
            city.recent = stories(0, MEMORIES);
            city.recollections = () -> stories(MEMORIES, 2 * MEMORIES).stream()
                    .map(it -> new Recollection(it, new Score(1, 1, 1)))
                    .toList();

            var asked = firstThought(city).asked();

            assertThat(asked.recalled()).hasSize(MEMORIES);
            assertThat(asked.recalled().stream().filter(it -> it.recency() == 0))
                    .hasSize(MEMORIES / 2);
        }
    }

    @Test
    void whatIsInMindAndRecalledLeavesItsPlaceToAnother() {
        try (var city = new ThinkingTown(settings())) {
            city.recent = stories(0, MEMORIES / 2);
            city.recollections = () -> stories(0, MEMORIES).stream()
                    .map(it -> new Recollection(it, new Score(1, 1, 1)))
                    .toList();

            assertThat(firstThought(city).asked().recalled()).hasSize(MEMORIES);
        }
    }

    private static List<Memory> stories(int from, int to) {
        return IntStream.range(from, to).mapToObj(it -> story(it, "of old")).toList();
    }

    @Test
    void whoCannotRecallHasInMindWhatItHadStill() {
        try (var city = new ThinkingTown(settings())) {
            city.recent = List.of(story(1, "just now"));
            city.recollections = () -> {
                throw new Memories.NotReady("the index of memories is being built");
            };

            assertThat(firstThought(city).asked().input()).contains("Story 1");
        }
    }

    private static Memory story(int number, String rest) {
        var text = "Story " + number + " " + rest;
        return new Memory(
                new MemoryId(new UUID(9, number)), ANN, Kind.OBSERVATION, text, 500, 0, 0, 0, false, List.of());
    }

    private static Recollection longStory(int number) {
        return new Recollection(story(number, "of the mill and the miller. ".repeat(20)), new Score(1, 1, 1));
    }

    private static List<Recollection> afterThe(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private static Thought firstThought(ThinkingTown city) {
        var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        city.runTo(0, 10, 0);
        city.think(ann, Occasion.MORNING.salience());
        city.runTo(1, 12, 0);
        return city.thoughtsOf(ann, 1).getFirst();
    }

    private static MindsSettings settings() {
        return new MindsSettings(
                DEADLINE,
                4,
                1_200,
                200,
                MEMORIES,
                new Remember(0, 10, 100),
                new Night(false, 0, DEADLINE, 2_500, 900, 30),
                Budgets.NONE);
    }
}
