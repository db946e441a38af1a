package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memories.NotReady;
import city.memory.RecallQuery;
import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Lost;
import city.memory.spi.MemoryIndex.Unavailable;
import city.memory.testing.BruteForce;
import city.memory.testing.FakeMemoryStore;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What lies on other machines fails; whoever wanted to recall is told to come again, and nothing of the machines.
class RecalledMemoriesTest {
    private static final CityClock CLOCK = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));
    private static final Embedder EMBEDDER = MemoryModule.embedder();

    @Test
    void anEmbedderThatIsAwayIsAReasonToComeAgainWhenItSays() {
        var busy = embedder(new Embedder.Unavailable("10.0.0.7 has enough", Duration.ofSeconds(30)));

        assertNotReady(recalled(busy, new BruteForce(2)), "the embedder does not answer", Duration.ofSeconds(30));
    }

    @Test
    void anIndexThatDoesNotAnswerIsAReasonToComeAgain() {
        assertNotReady(
                recalled(EMBEDDER, index(new Unavailable("10.0.0.8 is away"))),
                "the index of memories does not answer",
                Duration.ZERO);
    }

    @Test
    void anIndexThatIsGoneIsAReasonToComeAgain() {
        assertNotReady(
                recalled(EMBEDDER, index(new Lost("10.0.0.8 knows no such collection"))),
                "the index of memories is being built",
                Duration.ZERO);
    }

    private static void assertNotReady(RecalledMemories memories, String words, Duration retryAfter) {
        var query = new RecallQuery(new ResidentId(new UUID(1, 1)), "bread", 1, 1);

        assertThatThrownBy(() -> memories.recall(query, Optional.empty()))
                .hasMessage(words)
                .isInstanceOfSatisfying(
                        NotReady.class, it -> assertThat(it.retryAfter()).isEqualTo(retryAfter));
    }

    private static RecalledMemories recalled(Embedder embedder, MemoryIndex index) {
        var store = new FakeMemoryStore(new FakeMemoryStore.Shelf(), EMBEDDER.space());
        return new RecalledMemories(
                CLOCK,
                store,
                embedder,
                () -> Optional.of(index),
                new WorkingSets(CLOCK, store),
                new Standings(),
                new Accesses(store),
                new Progress());
    }

    private static Embedder embedder(RuntimeException failure) {
        return new Embedder() {
            @Override
            public String space() {
                return "test";
            }

            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public List<Embedding> embed(List<String> texts) {
                throw failure;
            }
        };
    }

    private static MemoryIndex index(RuntimeException failure) {
        return new MemoryIndex() {
            @Override
            public int dimension() {
                return EMBEDDER.dimension();
            }

            @Override
            public long size() {
                return 0;
            }

            @Override
            public void put(List<Entry> entries) {}

            @Override
            public void remove(List<Key> keys) {}

            @Override
            public List<List<Neighbour>> nearest(List<Question> questions) {
                throw failure;
            }

            @Override
            public void close() {}
        };
    }
}
