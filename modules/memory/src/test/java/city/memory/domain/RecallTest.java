package city.memory.domain;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.id;
import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.memory.RecallQuery;
import city.memory.Recollection.Score;
import city.memory.domain.Recall.Candidate;
import city.memory.domain.Recall.Scored;
import city.memory.testing.Memories.Sketch;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecallTest {
    /// Twelve ticks an hour.
    private final Recall recall = new Recall(new CityClock(Instant.EPOCH, Duration.ofMinutes(5)));

    @Test
    void whatIsRecentImportantAndRelevantWinsAndTheScoreSaysWhy() {
        var old = candidate(memory(1).importance(900).madeAt(0), 0.5);
        var fresh = candidate(memory(2).importance(100).madeAt(2400), 0.1);
        var apt = candidate(memory(3).importance(500).madeAt(1200), 0.9);

        var best = recall.best(query(2, 2400), List.of(old, fresh, apt));

        double oldest = StrictMath.pow(0.995, 200);
        double middle = (StrictMath.pow(0.995, 100) - oldest) / (1 - oldest);
        assertThat(best).extracting(Scored::memory).containsExactly(id(3), id(1));
        assertThat(best.getFirst().score()).isEqualTo(new Score(middle, 0.5, 1));
        assertThat(best.getLast().score().recency()).isZero();
        assertThat(best.getLast().score().importance()).isEqualTo(1);
        assertThat(best.getLast().score().relevance()).isCloseTo(0.5, within(1e-12));
        assertThat(best.getFirst().score().total()).isEqualTo(middle + 1.5);
    }

    @Test
    void recencyCountsFromTheLastRecallAndNotFromTheMaking() {
        var recalled = candidate(memory(1).madeAt(0).accessed(1, 990), 0);
        var younger = candidate(memory(2).madeAt(500), 0);

        assertThat(recall.best(query(2, 1000), List.of(younger, recalled)))
                .extracting(Scored::memory)
                .containsExactly(id(1), id(2));
    }

    @Test
    void aPartThatIsEqualForAllCountsNothingAndTiesGoByTheId() {
        var candidates = List.of(candidate(memory(3), 0.7), candidate(memory(1), 0.7), candidate(memory(2), 0.7));

        var best = recall.best(query(2, 50), candidates);

        assertThat(best).extracting(Scored::memory).containsExactly(id(1), id(2));
        assertThat(best).extracting(Scored::score).containsOnly(new Score(0, 0, 0));
        assertThat(recall.best(query(2, 50), List.of())).isEmpty();
    }

    @Test
    void tenTimesAsManyAreFetchedAsAreAskedFor() {
        assertThat(query(7, 0).candidates()).isEqualTo(70);
    }

    @Property(tries = 200)
    void theOrderOfTheCandidatesDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        var chance = new Random(seed);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < size; i++) {
            var sketch = memory(i).importance(chance.nextInt(5) * 250).madeAt(chance.nextInt(3) * 100);
            candidates.add(candidate(sketch, chance.nextInt(-2, 3) / 2.0));
        }

        var best = recall.best(query(10, 1000), candidates);
        Collections.shuffle(candidates, chance);

        assertThat(recall.best(query(10, 1000), candidates)).isEqualTo(best);
        assertThat(best).hasSize(Math.min(10, size));
        assertThat(best)
                .isSortedAccordingTo((one, other) ->
                        Double.compare(other.score().total(), one.score().total()));
    }

    private static RecallQuery query(int limit, long tick) {
        return new RecallQuery(ANN, "bread", limit, tick);
    }

    private static Candidate candidate(Sketch sketch, double cosine) {
        return new Candidate(Standing.of(sketch.get()), cosine);
    }
}
