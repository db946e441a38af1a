package city.memory.application;

import static city.memory.application.Standings.MOST_WITH_WORDS;
import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.BEN;
import static city.memory.testing.Memories.id;
import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memory;
import city.memory.domain.Standing;
import city.memory.testing.Memories;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is kept of memories is bounded, counts on, and is forgotten.
class StandingsTest {
    @Test
    void whatWasReadBeforeItWasForgottenIsNotBelievedAfterwards() {
        var standings = new Standings();
        var known = standings.of(ANN);

        standings.forget(List.of(ANN));
        known.take(List.of(memory(1).get()));

        assertThat(standings.of(ANN).find(id(1))).isEmpty();
        assertThat(known.find(id(1))).isPresent();
    }

    @Test
    void whoRecalledLeastLatelyGivesWay() {
        var standings = new Standings(3);
        standings.of(ANN).take(List.of(memory(1).get(), memory(2).get()));
        standings.of(BEN).take(List.of(memory(3).of(BEN).get()));
        assertThat(standings.of(ANN).find(id(1))).isPresent();

        standings.of(ANN).take(List.of(memory(4).get()));

        assertThat(standings.of(BEN).find(id(3))).isEmpty();
        assertThat(standings.of(ANN).find(id(4))).isPresent();
        var parted = standings.of(ANN);
        standings.forget(List.of(ANN));
        parted.take(List.of(memory(5).get()));
        standings.of(BEN).take(List.of(memory(3).of(BEN).get()));
        standings.of(ANN).take(List.of(memory(1).get(), memory(2).get()));
        assertThat(standings.of(BEN).find(id(3)))
                .as("what was forgotten leaves room")
                .isPresent();
    }

    @Test
    void theWordsOfTheLastOfThemAreKept() {
        var known = new Standings().of(ANN);
        var ids =
                IntStream.rangeClosed(0, MOST_WITH_WORDS).mapToObj(Memories::id).toList();

        known.takeWords(ids.stream().map(it -> memory(ids.indexOf(it)).get()).toList());

        assertThat(known.withWords(ids)).extracting(Memory::id).isEqualTo(ids.subList(1, ids.size()));
        assertThat(known.find(id(0))).isPresent();
    }

    @Test
    void wordsCountByTheirLength() {
        var standings = new Standings(9);
        standings.of(ANN).takeWords(List.of(memory(1).get()));
        standings.of(BEN).takeWords(List.of(memory(2).of(BEN).get()));
        assertThat(standings.of(ANN).find(id(1))).isPresent();

        standings.of(ANN).take(List.of(memory(3).get(), memory(4).get()));

        assertThat(standings.of(BEN).find(id(2))).isEmpty();
        standings.forget(List.of(ANN));
        standings.of(ANN).takeWords(List.of(memory(1).get()));
        standings
                .of(BEN)
                .take(IntStream.rangeClosed(2, 6)
                        .mapToObj(it -> memory(it).of(BEN).get())
                        .toList());
        assertThat(standings.of(ANN).find(id(1)))
                .as("who gave way, and what was forgotten, left all their room")
                .isPresent();
        standings.of(BEN).take(List.of(memory(7).of(BEN).get()));
        assertThat(standings.of(ANN).find(id(1))).as("not more of it").isEmpty();
    }

    @Test
    void whatIsKnownCountsItsRecalls() {
        var known = new Standings().of(ANN);
        known.takeWords(List.of(memory(1).accessed(5, 50).get()));

        known.recalled(List.of(id(1), id(2)), 60);
        known.recalled(List.of(id(1)), 55);

        assertThat(known.withWords(List.of(id(1))))
                .containsExactly(memory(1).accessed(7, 60).get());
        known.takeWords(List.of(memory(1).accessed(9, 70).get()));
        assertThat(known.withWords(List.of(id(1))))
                .as("read again")
                .containsExactly(memory(1).accessed(9, 70).get());
    }

    @Test
    void theLaterRecallCounts() {
        var known = new Standings().of(ANN);

        known.take(List.of(memory(1).accessed(2, 50).get()));
        known.take(List.of(memory(1).accessed(1, 40).get()));

        assertThat(known.find(id(1))).map(Standing::lastAccessedAt).contains(50L);
    }

    @Test
    void nobodyKnowsTheMemoryOfAnother() {
        var known = new Standings().of(ANN);

        assertThatThrownBy(() -> known.take(List.of(memory(1).of(BEN).get())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
