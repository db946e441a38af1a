package city.memory.domain;

import static city.memory.testing.Memories.BEN;
import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;
import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Step.Forget;
import city.memory.domain.Step.Merge;
import city.memory.domain.Step.Reason;
import city.memory.domain.Step.Summarise;
import city.memory.testing.Memories;
import city.memory.testing.Memories.Sketch;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConsolidationTest {
    private static final Embedding EAST = embedding(100, 0, 0);
    private static final Embedding ALSO_EAST = embedding(100, 10, 0);
    private static final Embedding NORTH = embedding(0, 100, 0);
    private static final Embedding UP = embedding(0, 0, 100);

    /// After ten days what was made at tick 0 and never recalled has faded.
    private static final long TEN_DAYS = 10 * 288;

    private static final CityClock CLOCK = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));

    private final Consolidation consolidation = new Consolidation(new Forgetting(CLOCK));

    @Test
    void nearDuplicatesMergeIntoTheWeightiest() {
        var steps = plan(
                10,
                with(memory(1).importance(300).accessed(2, 7).evidence(5L, 9L), EAST),
                with(memory(2).importance(400).madeAt(3).evidence(4L, 9L), ALSO_EAST),
                with(memory(3).importance(400).madeAt(3), NORTH));

        assertThat(steps)
                .containsExactly(new Merge(
                        memory(2)
                                .importance(400)
                                .madeAt(0)
                                .accessed(3, 7)
                                .evidence(4L, 5L, 9L)
                                .get(),
                        List.of(id(1))));
    }

    @Test
    void aTalkAndAnInsightAreNoDuplicatesAndNeitherAreTwoThatArePinned() {
        assertThat(plan(
                        10,
                        with(memory(1).kind(Kind.CONVERSATION), EAST),
                        with(memory(2).kind(Kind.INSIGHT), EAST)))
                .isEmpty();
        assertThat(plan(10, with(memory(1).asPinned(), EAST), with(memory(2).asPinned(), EAST)))
                .isEmpty();
    }

    @Test
    void whatIsPinnedTakesInItsDuplicates() {
        var steps =
                plan(10, with(memory(1).importance(900), EAST), with(memory(2).asPinned(), EAST));

        assertThat(steps)
                .containsExactly(new Merge(
                        memory(2).importance(900).accessed(1, 0).asPinned().get(), List.of(id(1))));
    }

    @Test
    void fadedMemoriesThatAreAlikeBecomeASummary() {
        var alike = Stream.of(
                with(memory(1).importance(250).evidence(3L), embedding(100, 70, 0)),
                with(memory(2).importance(350).evidence(1L), embedding(100, 0, 70)),
                with(memory(3).kind(Kind.CONVERSATION).evidence(2L), embedding(100, 0, 0)));
        var others = Stream.of(
                with(memory(4).kind(Kind.INSIGHT).importance(250), embedding(100, 30, 30)),
                with(memory(5).madeAt(TEN_DAYS - 1), embedding(100, 0, -60)),
                with(memory(6).importance(250), embedding(-100, 0, 0)));

        var steps = plan(TEN_DAYS, Stream.concat(others, alike).toArray(Remembered[]::new));

        assertThat(steps).containsExactly(new Summarise(List.of(id(3), id(2), id(1)), 500, List.of(1L, 2L, 3L)));
    }

    @Test
    void aSummaryHasSixteenMembersAtMostAndTheLatestEvidence() {
        var alike = IntStream.range(0, 18)
                .mapToObj(i -> with(memory(i).evidence(2L * i, 2L * i + 1, 100L + i), apart(i)))
                .toList();

        var steps = consolidation.plan(alike, TEN_DAYS);

        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst()).isInstanceOfSatisfying(Summarise.class, summary -> {
            assertThat(summary.members()).hasSize(16).startsWith(id(0), id(1));
            assertThat(summary.evidence())
                    .hasSize(32)
                    .endsWith(115L)
                    .contains(31L, 16L)
                    .doesNotContain(15L);
        });
    }

    /// Alike and no duplicates: each has a component of its own beside one that all share.
    private static Embedding apart(int number) {
        var components = new int[64];
        components[0] = 100;
        components[1 + number] = 80;
        return embedding(components);
    }

    @Test
    void twoThatAreAlikeAreTooFewForASummary() {
        assertThat(plan(TEN_DAYS, with(memory(1), embedding(100, 50, 0)), with(memory(2), embedding(100, 0, 50))))
                .isEmpty();
    }

    @Test
    void whatHasFadedAndNeverMatteredIsForgotten() {
        assertThat(plan(
                        TEN_DAYS,
                        with(memory(1).importance(199), EAST),
                        with(memory(2).importance(200), NORTH),
                        with(memory(3).importance(199).madeAt(TEN_DAYS - 1), UP)))
                .containsExactly(new Forget(id(1), Reason.TRIVIAL));
    }

    @Test
    void whatIsGoneGoesBeforeItCouldMerge() {
        assertThat(plan(800 * 288, with(memory(1), EAST), with(memory(2).asPinned(), EAST)))
                .containsExactly(new Forget(id(1), Reason.GONE));
    }

    @Test
    void aboveTheCapTheLeastRetainedGo() {
        // All are pointed elsewhere by their signs, so that none is like another.
        var memories = IntStream.range(0, Forgetting.CAP + 2)
                .mapToObj(i -> with(memory(i).madeAt(i), signs(i)))
                .toList();

        var steps = consolidation.plan(memories, 1100);

        assertThat(steps).containsExactly(new Forget(id(0), Reason.CROWDED_OUT), new Forget(id(1), Reason.CROWDED_OUT));
    }

    @Test
    void ofThoseThatAreEquallyRetainedTheLeastImportantGo() {
        var memories = IntStream.range(0, Forgetting.CAP + 1)
                .mapToObj(i -> with(memory(i).importance(300 + i % 300), signs(i)))
                .toList();

        assertThat(consolidation.plan(memories, 100)).containsExactly(new Forget(id(900), Reason.CROWDED_OUT));
    }

    @Test
    void whatBecameOneCountsAsOneWhenTheCapIsReached() {
        long now = TEN_DAYS + 2000;
        var memories = new ArrayList<Remembered>();
        for (int i = 0; i < Forgetting.CAP - 1; i++) {
            memories.add(with(memory(i).madeAt(TEN_DAYS + i), signs(i)));
        }
        for (int i = 2000; i < 2003; i++) {
            memories.add(with(memory(i), apart(i - 2000)));
        }
        memories.add(with(memory(3000).madeAt(now), signs(3000)));
        memories.add(with(memory(3001).madeAt(now), signs(3000)));

        assertThat(consolidation.plan(memories, now))
                .hasSize(3)
                .hasAtLeastOneElementOfType(Merge.class)
                .hasAtLeastOneElementOfType(Summarise.class)
                .contains(new Forget(id(0), Reason.CROWDED_OUT));
    }

    @Test
    void whatIsPinnedStaysEvenAboveTheCap() {
        var memories = IntStream.range(0, Forgetting.CAP + 1)
                .mapToObj(i -> with(memory(i).asPinned(), signs(i)))
                .toList();

        assertThat(consolidation.plan(memories, 1100)).isEmpty();
    }

    @Test
    void tooManyOneTwiceOrThoseOfTwoResidentsAreRefused() {
        var one = with(memory(1), EAST);

        assertThatThrownBy(() -> consolidation.plan(Collections.nCopies(2001, one), 0))
                .hasMessage("memories must be at most 2000: 2001");
        assertThatThrownBy(() -> plan(0, one, one)).hasMessageContaining("memories must differ");
        assertThatThrownBy(() -> plan(0, one, with(memory(2).of(BEN), EAST)))
                .hasMessageContaining("memories must be of one resident");
        assertThat(plan(0)).isEmpty();
    }

    @Property(tries = 60)
    void whateverIsRemembered(@ForAll long seed, @ForAll @IntRange(max = 2000) int size) {
        var chance = new Random(seed);
        var memories = new ArrayList<Remembered>();
        for (int i = 0; i < size; i++) {
            memories.add(any(i, chance));
        }

        var steps = consolidation.plan(memories, 60 * 288);
        Collections.shuffle(memories, chance);

        assertThat(consolidation.plan(memories, 60 * 288)).as("in any order").isEqualTo(steps);
        assertThat(steps.stream().flatMap(step -> touched(step).stream()))
                .as("no memory in two steps")
                .doesNotHaveDuplicates();
        var gone = steps.stream().flatMap(step -> lost(step).stream()).collect(Collectors.toSet());
        assertThat(memories)
                .as("pinned")
                .noneMatch(
                        it -> it.memory().pinned() && gone.contains(it.memory().id()));
        int summaries = (int) steps.stream().filter(Summarise.class::isInstance).count();
        assertThat(size - gone.size() + summaries).as("left").isLessThanOrEqualTo(Forgetting.CAP);
    }

    /// A tenth is pinned, and in four dimensions many are alike.
    private static Remembered any(int number, Random chance) {
        var sketch = memory(number)
                .kind(Kind.values()[chance.nextInt(4)])
                .importance(chance.nextInt(1001))
                .madeAt(chance.nextInt(60 * 288));
        return with(
                chance.nextInt(10) == 0 ? sketch.asPinned() : sketch,
                Memories.random(chance, 4, 1 + chance.nextInt(20)));
    }

    private static List<MemoryId> touched(Step step) {
        return switch (step) {
            case Merge it ->
                Stream.concat(Stream.of(it.kept().id()), it.absorbed().stream()).toList();
            case Summarise _, Forget _ -> lost(step);
        };
    }

    private static List<MemoryId> lost(Step step) {
        return switch (step) {
            case Merge it -> it.absorbed();
            case Summarise it -> it.members();
            case Forget it -> List.of(it.memory());
        };
    }

    private static Embedding signs(int number) {
        return Memories.random(new Random(number), 64, 100);
    }

    private static Remembered with(Sketch sketch, Embedding embedding) {
        return new Remembered(sketch.get(), embedding);
    }

    private List<Step> plan(long now, Remembered... remembered) {
        return consolidation.plan(List.of(remembered), now);
    }
}
