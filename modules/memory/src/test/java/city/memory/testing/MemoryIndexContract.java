package city.memory.testing;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.BEN;
import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Full;
import city.memory.spi.MemoryIndex.Key;
import city.memory.spi.MemoryIndex.Neighbour;
import city.memory.spi.MemoryIndex.Question;
import city.world.ResidentId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every index of memories must do.
public abstract class MemoryIndexContract {
    private static final Embedding EAST = embedding(100, 0);
    private static final Embedding NORTH_EAST = embedding(80, 80);
    private static final Embedding NORTH = embedding(0, 5);
    private static final Embedding WEST = embedding(-7, 0);

    /// A new, empty one. The contract closes it.
    protected abstract MemoryIndex open(int dimension);

    @Test
    void theNearestComeFirstAndLengthMeansNothing() {
        try (var index = open(2)) {
            index.put(List.of(entry(1, ANN, WEST), entry(2, ANN, NORTH), entry(3, ANN, NORTH_EAST)));

            assertThat(nearest(index, ANN, embedding(1, 0), 10))
                    .containsExactly(
                            new Neighbour(id(3), 80 / Math.sqrt(12800)),
                            new Neighbour(id(2), 0),
                            new Neighbour(id(1), -1));
            assertThat(nearest(index, ANN, EAST, 2))
                    .extracting(Neighbour::memory)
                    .containsExactly(id(3), id(2));
        }
    }

    @Test
    void nobodyFindsTheMemoriesOfAnother() {
        try (var index = open(2)) {
            index.put(List.of(entry(1, ANN, EAST), entry(2, BEN, EAST)));

            index.remove(List.of(new Key(id(1), BEN)));

            assertThat(nearest(index, ANN, EAST, 10)).containsExactly(new Neighbour(id(1), 1));
            assertThat(nearest(index, new ResidentId(id(9).value()), EAST, 10)).isEmpty();
        }
    }

    @Test
    void ofEquallyNearOnesTheSmallerIdComesFirst() {
        try (var index = open(2)) {
            index.put(List.of(entry(7, ANN, EAST), entry(-1, ANN, EAST), entry(3, ANN, EAST), entry(5, ANN, EAST)));

            assertThat(nearest(index, ANN, EAST, 3))
                    .extracting(Neighbour::memory)
                    .containsExactly(id(-1), id(3), id(5));
        }
    }

    @Test
    void aVectorWithoutLengthIsLikeNothing() {
        try (var index = open(2)) {
            index.put(List.of(entry(1, ANN, embedding(0, 0)), entry(2, ANN, WEST)));

            assertThat(nearest(index, ANN, EAST, 10))
                    .containsExactly(new Neighbour(id(1), 0), new Neighbour(id(2), -1));
            assertThat(nearest(index, ANN, embedding(0, 0), 10))
                    .containsExactly(new Neighbour(id(1), 0), new Neighbour(id(2), 0));
        }
    }

    @Test
    void aMemoryThatIsPutAgainIsReplacedAndOneThatIsRemovedIsGone() {
        try (var index = open(2)) {
            index.put(List.of(entry(1, ANN, EAST), entry(2, ANN, WEST), entry(1, ANN, NORTH)));

            index.put(List.of(entry(2, ANN, EAST)));
            assertThat(nearest(index, ANN, EAST, 10)).containsExactly(new Neighbour(id(2), 1), new Neighbour(id(1), 0));

            index.remove(List.of(new Key(id(2), ANN), new Key(id(3), ANN), new Key(id(2), ANN)));
            assertThat(nearest(index, ANN, EAST, 10)).containsExactly(new Neighbour(id(1), 0));
        }
    }

    @Test
    void itsSizeIsThatOfAllResidents() {
        try (var index = open(2)) {
            assertThat(index.size()).isZero();
            index.put(List.of(entry(1, ANN, EAST), entry(2, ANN, WEST), entry(1, BEN, NORTH)));
            index.put(List.of(entry(2, ANN, EAST)));
            assertThat(index.size()).isEqualTo(3);

            index.remove(List.of(new Key(id(1), BEN), new Key(id(2), BEN)));

            assertThat(index.size()).isEqualTo(2);
        }
    }

    @Test
    void aMemoryWithItsWordsLiesWhereItsVectorDoes() {
        try (var index = open(2)) {
            index.put(List.of(entry(1, ANN, WEST), entry(3, ANN, NORTH)));

            index.putMemories(List.of(
                    new Remembered(Memories.memory(1).get(), EAST),
                    new Remembered(Memories.memory(2).of(BEN).get(), EAST)));

            assertThat(nearest(index, ANN, EAST, 10)).containsExactly(new Neighbour(id(1), 1), new Neighbour(id(3), 0));
            assertThat(nearest(index, BEN, EAST, 10)).containsExactly(new Neighbour(id(2), 1));
        }
    }

    @Test
    void manyQuestionsAreAnsweredInTheirOrder() {
        try (var index = open(2)) {
            index.put(List.of(entry(1, ANN, EAST), entry(2, BEN, NORTH)));

            assertThat(index.nearest(List.of(
                            new Question(BEN, NORTH, 1), new Question(ANN, WEST, 1), new Question(BEN, NORTH, 1))))
                    .containsExactly(
                            List.of(new Neighbour(id(2), 1)),
                            List.of(new Neighbour(id(1), -1)),
                            List.of(new Neighbour(id(2), 1)));
            assertThat(index.nearest(List.of())).isEmpty();
        }
    }

    @Test
    void aVectorOfAnotherDimensionIsRefusedAndNothingOfItsBatchIsKept() {
        try (var index = open(2)) {
            assertThat(index.dimension()).isEqualTo(2);

            assertThatThrownBy(() -> index.put(List.of(entry(1, ANN, EAST), entry(2, ANN, embedding(1, 2, 3)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("dimension must be 2: 3");
            assertThatThrownBy(() -> nearest(index, ANN, embedding(1), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("dimension must be 2: 1");
            assertThat(nearest(index, ANN, EAST, 10)).isEmpty();
        }
    }

    @Test
    void aResidentHasSoManyPlacesAndNoMore() {
        try (var index = open(2)) {
            index.put(IntStream.range(0, MemoryIndex.PLACES_PER_RESIDENT)
                    .mapToObj(i -> entry(i, ANN, EAST))
                    .toList());

            assertThatThrownBy(() -> index.put(List.of(entry(-1, ANN, EAST)))).isInstanceOf(Full.class);
            index.put(List.of(entry(5, ANN, WEST), entry(-1, BEN, EAST)));
            index.remove(List.of(new Key(id(5), ANN)));
            index.put(List.of(entry(-1, ANN, EAST)));

            assertThat(nearest(index, ANN, EAST, MemoryIndex.MAX_NEAREST))
                    .hasSize(MemoryIndex.PLACES_PER_RESIDENT)
                    .contains(new Neighbour(id(-1), 1))
                    .doesNotContain(new Neighbour(id(5), 1));
        }
    }

    @Test
    void ofAThousandMemoriesTheNearestAreExactlyThose() {
        var chance = new Random(11);
        try (var index = open(384);
                var plain = new BruteForce(384)) {
            for (int i = 0; i < 1000; i++) {
                var entry = List.of(entry(chance.nextLong(), ANN, Memories.random(chance, 384, 127)));
                index.put(entry);
                plain.put(entry);
            }

            var questions = Stream.generate(() -> new Question(ANN, Memories.random(chance, 384, 127), 10))
                    .limit(100)
                    .toList();
            assertThat(index.nearest(questions)).isEqualTo(plain.nearest(questions));
        }
    }

    @Test
    void whateverIsPutAndRemovedTheAnswersAreThoseOfComparingWithEach() {
        for (int seed = 0; seed < 10; seed++) {
            var chance = new Random(seed);
            try (var index = open(5);
                    var plain = new BruteForce(5)) {
                for (int turn = 0; turn < 300; turn++) {
                    liveThrough(chance, index, plain);

                    var question = List.of(
                            new Question(resident(chance), Memories.random(chance, 5, 2), 1 + chance.nextInt(200)));
                    assertThat(index.nearest(question)).as("seed %d", seed).isEqualTo(plain.nearest(question));
                }
            }
        }
    }

    /// More is put than removed, so that residents grow and shrink past any block that an index may have.
    private static void liveThrough(Random chance, MemoryIndex index, MemoryIndex plain) {
        boolean grows = chance.nextInt(5) < 3;
        if (grows) {
            var entries = Stream.generate(
                            () -> entry(chance.nextInt(400), resident(chance), Memories.random(chance, 5, 2)))
                    .limit(chance.nextInt(40))
                    .toList();
            index.put(entries);
            plain.put(entries);
        } else {
            var keys = Stream.generate(() -> new Key(id(chance.nextInt(400)), resident(chance)))
                    .limit(chance.nextInt(80))
                    .toList();
            index.remove(keys);
            plain.remove(keys);
        }
    }

    @Test
    void whoReadsSeesABatchWholeOrNotAtAll() throws Exception {
        var done = new AtomicBoolean();
        try (var index = open(2);
                var readers = Executors.newFixedThreadPool(2)) {
            index.put(List.of(entry(1, ANN, EAST), entry(2, ANN, EAST)));
            var seen = Stream.generate(() -> readers.submit(() -> {
                        boolean whole = true;
                        while (!done.get()) {
                            var both = nearest(index, ANN, EAST, 2);
                            whole &= both.size() == 2
                                    && both.getFirst().cosine()
                                            == both.getLast().cosine();
                        }
                        return whole;
                    }))
                    .limit(2)
                    .toList();

            try {
                for (int i = 0; i < 5000; i++) {
                    var to = i % 2 == 0 ? WEST : EAST;
                    index.put(List.of(entry(1, ANN, to), entry(2, ANN, to)));
                }
            } finally {
                done.set(true);
            }

            for (var reader : seen) {
                assertThat(reader.get()).isTrue();
            }
        }
    }

    private static ResidentId resident(Random chance) {
        return chance.nextBoolean() ? ANN : BEN;
    }

    private static Entry entry(long number, ResidentId resident, Embedding embedding) {
        return new Entry(id(number), resident, embedding);
    }

    private static List<Neighbour> nearest(MemoryIndex index, ResidentId resident, Embedding to, int limit) {
        return index.nearest(List.of(new Question(resident, to, limit))).getFirst();
    }
}
