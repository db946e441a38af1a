package city.adapter.vectors;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.BEN;
import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Full;
import city.memory.spi.MemoryIndex.Key;
import city.memory.spi.MemoryIndex.Neighbour;
import city.memory.spi.MemoryIndex.Question;
import city.memory.testing.BruteForce;
import city.memory.testing.Memories;
import city.world.ResidentId;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorIndexTest {
    /// Of vectors with two components.
    private static final int EXTENT_BYTES = 1_150_976;

    @TempDir
    Path folder;

    @Test
    void whatWasPutIsThereAfterReopeningAndCanBeChanged() throws Exception {
        var chance = new Random(3);
        try (var plain = new BruteForce(6)) {
            VectorIndex.create(settings(6)).close();
            for (int day = 0; day < 30; day++) {
                try (var index = VectorIndex.open(settings(6))) {
                    assertSameAnswers(chance, index, plain);

                    var entries = Stream.generate(() -> any(chance))
                            .limit(chance.nextInt(200))
                            .toList();
                    var keys = entries.stream()
                            .map(it -> new Key(id(chance.nextInt(500)), it.resident()))
                            .toList();
                    for (var each : List.of(index, plain)) {
                        each.put(entries);
                        each.remove(keys);
                    }
                    assertSameAnswers(chance, index, plain);
                }
            }
        }
    }

    @Test
    void theFileGrowsByExtentsAndUsesAgainWhatIsFree() throws Exception {
        try (var index = VectorIndex.create(settings(2))) {
            assertThat(fileBytes()).isEqualTo(4096);
            for (int i = 0; i < 26; i++) {
                index.put(full(resident(i)));
            }
            assertThat(fileBytes()).isEqualTo(4096 + 2 * EXTENT_BYTES);

            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 26; i++) {
                    var resident = resident(i);
                    index.remove(full(resident).stream()
                            .map(it -> new Key(it.memory(), resident))
                            .toList());
                }
                for (int i = 100; i < 126; i++) {
                    index.put(full(resident(i)));
                    index.remove(full(resident(i)).stream()
                            .map(it -> new Key(it.memory(), it.resident()))
                            .toList());
                }
            }

            assertThat(fileBytes()).isEqualTo(4096 + 2 * EXTENT_BYTES);
        }
    }

    @Test
    void aFullFileRefusesAndGoesOnWithWhatItHas() throws Exception {
        var settings = new VectorSettings(folder.resolve("vectors"), "test", 2, 4096 + EXTENT_BYTES);
        try (var index = VectorIndex.create(settings)) {
            for (int i = 0; i < 25; i++) {
                index.put(full(resident(i)));
            }
            // 24 of the 1,024 blocks are left, each for a resident of its own.
            for (int i = 100; i < 124; i++) {
                index.put(List.of(entry(1, resident(i))));
            }

            assertThatThrownBy(() -> index.put(List.of(entry(1, ANN))))
                    .isInstanceOf(Full.class)
                    .hasMessageContaining("must not have more than 1155072 bytes: 2306048");
            assertThat(nearest(index, ANN)).isEmpty();

            index.remove(List.of(new Key(id(1), resident(100))));
            index.put(List.of(entry(1, ANN)));
            assertThat(nearest(index, ANN)).containsExactly(new Neighbour(id(1), 1));
        }
        try (var again = VectorIndex.open(settings)) {
            assertThat(nearest(again, ANN)).containsExactly(new Neighbour(id(1), 1));
            assertThat(nearest(again, resident(100))).isEmpty();
            assertThat(nearest(again, resident(24))).hasSize(10);
        }
    }

    @Test
    void aFileBelongsToOneIndexAtATime() throws Exception {
        try (var index = VectorIndex.create(settings(2))) {
            index.put(List.of(entry(1, ANN)));

            assertThatThrownBy(() -> VectorIndex.open(settings(2)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is in use");
            assertThatThrownBy(() -> VectorIndex.create(settings(2)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is in use");
            assertThat(nearest(index, ANN)).hasSize(1);
        }
        VectorIndex.open(settings(2)).close();
    }

    @Test
    void whatIsClosedRefuses() {
        var index = VectorIndex.create(settings(2));
        index.close();
        index.close();

        assertThatThrownBy(() -> index.put(List.of(entry(1, ANN)))).hasMessage("the index is closed");
        assertThatThrownBy(() -> index.remove(List.of())).hasMessage("the index is closed");
        assertThatThrownBy(() -> nearest(index, ANN)).hasMessage("the index is closed");
    }

    @Test
    void tenThousandResidentsWithAllTheirMemoriesFitInFourGigabytes() {
        int blocks = 10_000 * 1_000 / Layout.PLACES_PER_BLOCK;
        int extents = Math.ceilDiv(blocks, Layout.BLOCKS_PER_EXTENT);

        assertThat(new Layout(384).fileBytes(extents)).isEqualTo(4_059_041_792L).isLessThan(1L << 32);
    }

    private void assertSameAnswers(Random chance, MemoryIndex index, MemoryIndex plain) {
        for (var resident : List.of(ANN, BEN)) {
            var questions = List.of(new Question(resident, Memories.random(chance, 6, 3), 1000));
            assertThat(index.nearest(questions)).isEqualTo(plain.nearest(questions));
        }
    }

    private static Entry any(Random chance) {
        return new Entry(id(chance.nextInt(500)), chance.nextBoolean() ? ANN : BEN, Memories.random(chance, 6, 3));
    }

    private static List<Entry> full(ResidentId resident) {
        return IntStream.range(0, MemoryIndex.PLACES_PER_RESIDENT)
                .mapToObj(i -> entry(i, resident))
                .toList();
    }

    private static Entry entry(long number, ResidentId resident) {
        return new Entry(id(number), resident, embedding(1, 0));
    }

    private static ResidentId resident(int number) {
        return new ResidentId(new UUID(3, number));
    }

    private static List<Neighbour> nearest(MemoryIndex index, ResidentId resident) {
        return index.nearest(List.of(new Question(resident, embedding(1, 0), 10)))
                .getFirst();
    }

    private long fileBytes() throws Exception {
        return Files.size(folder.resolve("vectors"));
    }

    private VectorSettings settings(int dimension) {
        return new VectorSettings(folder.resolve("vectors"), "test", dimension, 1 << 26);
    }
}
