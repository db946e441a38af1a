package city.adapter.vectors;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Question;
import city.world.ResidentId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that cannot be trusted is refused with the reason, stays as it is, and gives way to a new one.
class DamagedFileTest {
    private static final int HEADER_BYTES = 4096;

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void closeOneInGoodOrder() {
        path = folder.resolve("vectors");
        try (var index = VectorIndex.create(settings("test", 2))) {
            index.put(List.of(new Entry(id(1), ANN, embedding(1, 0))));
        }
    }

    @Test
    void anAbsentFile() throws Exception {
        Files.delete(path);

        assertRefused("is not there");
    }

    @Test
    void aFileOfSomethingElse() throws Exception {
        Files.write(path, new byte[HEADER_BYTES]);

        assertRefused("holds no vectors");
    }

    @Test
    void aFileOfAnotherVersion() throws Exception {
        overwrite(8, 2);

        assertRefused("must have version 1: 2");
    }

    @Test
    void aFileOfAnotherDimensionOrSpace() {
        assertThatThrownBy(() -> VectorIndex.open(settings("test", 3)))
                .isInstanceOf(UnfitFile.class)
                .hasMessageContaining("must have dimension 3: 2");
        assertThatThrownBy(() -> VectorIndex.open(settings("other", 2)))
                .isInstanceOf(UnfitFile.class)
                .hasMessageContaining("holds vectors of another space");
        assertThatThrownBy(() -> VectorIndex.open(settings("test2", 2))).isInstanceOf(UnfitFile.class);
    }

    @Test
    void aFileThatAProcessLeftBehindWhenItDied() throws Exception {
        var left = folder.resolve("left");
        try (var index = VectorIndex.open(settings("test", 2))) {
            Files.copy(path, left);
            index.put(List.of(new Entry(id(2), ANN, embedding(1, 0))));
        }
        Files.move(left, path, StandardCopyOption.REPLACE_EXISTING);

        assertRefused("was not closed in good order");
    }

    @Test
    void aNewFileThatAProcessLeftBehindWhenItDied() throws Exception {
        var left = folder.resolve("left");
        try (var index = VectorIndex.create(settings("test", 2))) {
            assertThat(index.dimension()).isEqualTo(2);
            Files.copy(path, left);
        }
        Files.move(left, path, StandardCopyOption.REPLACE_EXISTING);

        assertRefused("was not closed in good order");
    }

    @Test
    void aFileThatWasCutAtAnyPlace() throws Exception {
        var whole = Files.readAllBytes(path);
        var chance = new Random(5);
        for (int i = 0; i < 20; i++) {
            int bytes = i < 10 ? chance.nextInt(HEADER_BYTES) : chance.nextInt(HEADER_BYTES, whole.length);
            Files.write(path, Arrays.copyOf(whole, bytes));

            assertThatThrownBy(() -> VectorIndex.open(settings("test", 2)))
                    .isInstanceOf(UnfitFile.class)
                    .hasMessageContaining(bytes < HEADER_BYTES ? "is too short for a header" : "was cut short");
            assertThat(path).hasSize(bytes);
        }
        assertRefused("was cut short");
    }

    @Test
    void whatAGrowthThatFailedLeftAtTheEndIsWrittenOver() throws Exception {
        var rubbish = new byte[200_000];
        Arrays.fill(rubbish, (byte) 7);
        Files.write(path, rubbish, StandardOpenOption.APPEND);

        // 26 residents take more blocks than an extent has; with another 25 the second is nearly full.
        try (var index = VectorIndex.open(settings("test", 2))) {
            IntStream.range(0, 26).forEach(number -> index.put(full(number)));
        }
        try (var index = VectorIndex.open(settings("test", 2))) {
            IntStream.range(26, 51).forEach(number -> index.put(full(number)));
        }

        assertThat(path).hasSize(HEADER_BYTES + 2 * 1_150_976);
    }

    private static List<Entry> full(int number) {
        var resident = new ResidentId(new UUID(3, number));
        return LongStream.range(0, MemoryIndex.PLACES_PER_RESIDENT)
                .mapToObj(it -> new Entry(id(it), resident, embedding(1, 0)))
                .toList();
    }

    @Test
    void aFileWhoseOwnersWereOverwritten() throws Exception {
        overwrite(HEADER_BYTES, 7);

        assertRefused("has owners that do not add up");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> VectorIndex.open(settings("test", 2)))
                .isInstanceOf(UnfitFile.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining(reason);

        try (var built = VectorIndex.create(settings("test", 2))) {
            assertThat(path).hasSize(HEADER_BYTES);
            assertThat(built.nearest(List.of(new Question(ANN, embedding(1, 0), 10))))
                    .containsExactly(List.of());
        }
    }

    private void overwrite(long at, int value) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(at);
            file.writeInt(Integer.reverseBytes(value));
        }
    }

    private VectorSettings settings(String space, int dimension) {
        return new VectorSettings(path, space, dimension, 1 << 26);
    }
}
