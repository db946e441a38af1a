package city.adapter.qdrant;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.id;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.qdrant.server.StandIn;
import city.memory.domain.Embedding;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Question;
import city.memory.testing.BruteForce;
import city.memory.testing.Memories;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactnessTest {
    /// Vectors that differ by 1 in a component or two: hundreds of cosines that the server's floats cannot tell apart.
    @ParameterizedTest
    @ValueSource(ints = {3, 384, 4096})
    void whatFloatsCannotTellApartComesInTheIntegersOrder(int dimension) {
        var chance = new Random(dimension);
        var model = Memories.random(chance, dimension, 127).values();
        var entries = IntStream.range(0, 700)
                .mapToObj(i -> new Entry(id(chance.nextLong()), ANN, nearly(model, chance)))
                .toList();
        var questions = IntStream.of(1, 10, 100, 600)
                .mapToObj(limit -> new Question(ANN, nearly(model, chance), limit))
                .toList();

        try (var server = StandIn.start();
                var index = QdrantIndex.connect(Fixtures.settings(server, dimension), Fixtures.CLOCK);
                var plain = new BruteForce(dimension)) {
            List.of(index, plain).forEach(it -> it.put(entries));

            assertThat(index.nearest(questions)).isEqualTo(plain.nearest(questions));
        }
    }

    private static Embedding nearly(byte[] model, Random chance) {
        var values = model.clone();
        for (int i = 0; i < 2; i++) {
            int component = chance.nextInt(values.length);
            values[component] = (byte) Math.clamp(values[component] + chance.nextInt(-1, 2), -127, 127);
        }
        return new Embedding(values);
    }
}
