package city.adapter.qdrant;

import static city.adapter.qdrant.Fixtures.CLOCK;
import static city.adapter.qdrant.Fixtures.entry;
import static city.adapter.qdrant.Fixtures.nearest;
import static city.adapter.qdrant.Fixtures.settings;
import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.BEN;
import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;
import static city.memory.testing.Memories.memory;
import static io.qdrant.client.ValueFactory.list;
import static io.qdrant.client.ValueFactory.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.qdrant.server.StandIn;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryIndex.Key;
import city.memory.spi.MemoryIndex.Neighbour;
import io.qdrant.client.grpc.Collections.Datatype;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Collections.VectorParams;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectionTest {
    private final StandIn server = StandIn.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theCollectionIsMadeWithIndexesAndFoundAgain() {
        try (var index = QdrantIndex.connect(settings(server, 2), CLOCK)) {
            assertThat(index.size()).isZero();
            index.put(List.of(entry(1, ANN, 1, 0), entry(2, BEN, 1, 0)));
        }

        try (var index = QdrantIndex.connect(settings(server, 2), CLOCK)) {
            assertThat(index.size()).isEqualTo(2);
            assertThat(nearest(index, ANN, 1, 0)).containsExactly(new Neighbour(id(1), 1));
        }
        var indexes = server.storage().indexes("agent_memories_2");
        assertThat(indexes).extractingByKey("agent_id").matches(it -> it.getDataType() == PayloadSchemaType.Uuid);
        assertThat(indexes).extractingByKey("space").matches(it -> it.getDataType() == PayloadSchemaType.Keyword);
    }

    @Test
    void theNameCarriesTheDimensionWhereItIsNotTheUsualOne() {
        assertThat(MemoryCollection.name(768)).isEqualTo("agent_memories");
        assertThat(MemoryCollection.name(384)).isEqualTo("agent_memories_384");
    }

    @Test
    void aMemoryIsThereInWordsThatOthersCanRead() {
        var remembered = memory(7).importance(250).madeAt(12).asPinned();
        try (var index = QdrantIndex.connect(settings(server, 2), CLOCK)) {
            index.putMemories(List.of(new Remembered(remembered.get(), embedding(3, 4))));
        }

        assertThat(server.storage().payloads("agent_memories_2"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("agent_id", value(ANN.value().toString()))
                        .containsEntry("memory_id", value(id(7).value().toString()))
                        .containsEntry("content", value("memory 7"))
                        .containsEntry("timestamp", value("2026-01-01T01:00:00Z"))
                        .containsEntry("importance", value(0.25))
                        .containsEntry("type", value("observation"))
                        .containsEntry("tags", list(List.of(value("pinned")))));
    }

    /// As a fork does, whose residents have the ids of the first city.
    @Test
    void theSameMemoriesOfTwoSpacesLieSideBySide() {
        try (var index = QdrantIndex.connect(settings(server, 2), CLOCK);
                var other = QdrantIndex.connect(others(), CLOCK)) {
            index.put(List.of(entry(1, ANN, 1, 0), entry(2, ANN, 1, 0)));

            assertThat(nearest(other, ANN, 1, 0)).isEmpty();
            other.put(List.of(entry(1, ANN, 0, 1), entry(2, ANN, 0, 1)));
            other.remove(List.of(new Key(id(2), ANN)));

            assertThat(nearest(other, ANN, 1, 0)).containsExactly(new Neighbour(id(1), 0));
            assertThat(nearest(index, ANN, 1, 0)).containsExactly(new Neighbour(id(1), 1), new Neighbour(id(2), 1));
            assertThat(index.size()).isEqualTo(2);
            assertThat(other.size()).isEqualTo(1);
        }
    }

    @Test
    void whoStartsAnewTakesNothingFromAnotherSpace() {
        try (var index = QdrantIndex.create(settings(server, 2), CLOCK)) {
            index.put(List.of(entry(1, ANN, 1, 0), entry(2, ANN, 1, 0)));
            try (var other = QdrantIndex.create(others(), CLOCK)) {
                other.put(List.of(entry(1, ANN, 0, 1)));
            }

            try (var anew = QdrantIndex.create(others(), CLOCK)) {
                assertThat(anew.size()).isZero();
            }

            assertThat(nearest(index, ANN, 1, 0)).containsExactly(new Neighbour(id(1), 1), new Neighbour(id(2), 1));
            assertThat(index.size()).isEqualTo(2);
        }
    }

    @Test
    void anEmptySpaceTakesTheOldOnesPlace() {
        try (var index = QdrantIndex.connect(settings(server, 2), CLOCK)) {
            index.put(List.of(entry(1, ANN, 1, 0)));
        }

        try (var index = QdrantIndex.create(settings(server, 2), CLOCK)) {
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void aCollectionThatIsOtherwiseIsRefusedByTheNameOfWhatIsWrong() {
        var cosine = VectorParams.newBuilder().setSize(2).setDistance(Distance.Cosine);

        assertRefused(cosine.clone().setSize(3), "agent_memories_2: size must be 2: 3");
        assertRefused(cosine.clone().setDistance(Distance.Dot), "distance must be Cosine: Dot");
        assertRefused(cosine.clone().setDatatype(Datatype.Float16), "datatype must be Float32: Float16");
    }

    @Test
    void anIndexOfAgentsThatIsOfNumbersIsRefused() {
        server.storage()
                .create(
                        "agent_memories_2",
                        VectorParams.newBuilder()
                                .setSize(2)
                                .setDistance(Distance.Cosine)
                                .build());
        server.storage().index("agent_memories_2", "agent_id", PayloadSchemaType.Integer);

        assertThatThrownBy(() -> QdrantIndex.connect(settings(server, 2), CLOCK))
                .isInstanceOf(UnfitCollection.class)
                .hasMessageContaining("index of agent_id must be of Uuid or Keyword: Integer");
    }

    @Test
    void anIndexOfSpacesThatIsOfNumbersIsRefused() {
        QdrantIndex.connect(settings(server, 2), CLOCK).close();
        server.storage().index("agent_memories_2", "space", PayloadSchemaType.Integer);

        assertThatThrownBy(() -> QdrantIndex.create(settings(server, 2), CLOCK))
                .isInstanceOf(UnfitCollection.class)
                .hasMessageContaining("index of space must be of Keyword: Integer");
    }

    private QdrantSettings others() {
        return new QdrantSettings(server.url(), ApiKey.none(), "other", 2, Duration.ofSeconds(20));
    }

    private void assertRefused(VectorParams.Builder vectors, String words) {
        server.storage().empty();
        server.storage().create("agent_memories_2", vectors.build());

        assertThatThrownBy(() -> QdrantIndex.connect(settings(server, 2), CLOCK))
                .isInstanceOf(UnfitCollection.class)
                .hasMessageContaining(words);
    }
}
