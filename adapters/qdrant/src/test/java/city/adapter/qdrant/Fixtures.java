package city.adapter.qdrant;

import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;

import city.adapter.qdrant.server.StandIn;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Neighbour;
import city.memory.spi.MemoryIndex.Question;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What most tests of the adapter begin with.
final class Fixtures {
    static final CityClock CLOCK = new CityClock(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofMinutes(5));

    static final String KEY = "qd-secret-0123456789";

    private Fixtures() {}

    static QdrantSettings settings(StandIn server, int dimension) {
        return settings(server, dimension, Duration.ofSeconds(20));
    }

    static QdrantSettings settings(StandIn server, int dimension, Duration timeout) {
        return new QdrantSettings(server.url(), ApiKey.none(), "test", dimension, timeout);
    }

    static Entry entry(long number, ResidentId resident, int... components) {
        return new Entry(id(number), resident, embedding(components));
    }

    static List<Neighbour> nearest(QdrantIndex index, ResidentId resident, int... components) {
        return index.nearest(List.of(new Question(resident, embedding(components), 10)))
                .getFirst();
    }
}
