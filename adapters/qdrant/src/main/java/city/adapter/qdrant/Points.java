package city.adapter.qdrant;

import static io.qdrant.client.ConditionFactory.matchKeyword;
import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.list;
import static io.qdrant.client.ValueFactory.value;

import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Key;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Memories as the points of a collection.
///
/// A point has the vector as floats, for the server to compare, and its bytes as they are, for the exact
/// cosine, because the server keeps a vector of length 1 and forgets the length. Of a memory it also has what
/// other programs may want to read. Its id is made from the space, for a fork remembers under the ids of the first
/// city, and from resident and memory, as both together are what names an entry.
final class Points {
    static final String AGENT = "agent_id";
    static final String SPACE = "space";

    private static final String MEMORY = "memory_id";
    private static final String BYTES = "int8";

    /// All that a question needs of a point.
    static final List<String> FIELDS_OF_A_CANDIDATE = List.of(MEMORY, BYTES);

    private static final int BYTES_OF_TWO_IDS = 32;

    private final String space;
    private final int dimension;
    private final CityClock clock;

    Points(String space, int dimension, CityClock clock) {
        this.space = space;
        this.dimension = dimension;
        this.clock = clock;
    }

    /// A point that was found.
    record Candidate(MemoryId memory, Embedding embedding) {}

    PointId idOf(Key key) {
        var named = space.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(named.length + BYTES_OF_TWO_IDS).put(named);
        for (var uuid : List.of(key.resident().value(), key.memory().value())) {
            bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        }
        return id(UUID.nameUUIDFromBytes(bytes.array()));
    }

    static Key keyOf(Entry entry) {
        return new Key(entry.memory(), entry.resident());
    }

    PointStruct point(Entry entry) {
        return point(entry, payload(entry));
    }

    PointStruct point(Remembered remembered) {
        var entry = Entry.of(remembered);
        var payload = payload(entry);
        payload.putAll(words(remembered.memory()));
        return point(entry, payload);
    }

    /// The points of a resident, of the own space.
    Filter filter(ResidentId resident) {
        return Filter.newBuilder()
                .addMust(matchKeyword(AGENT, resident.value().toString()))
                .addMust(matchKeyword(SPACE, space))
                .build();
    }

    /// All points of the own space.
    Filter filter() {
        return Filter.newBuilder().addMust(matchKeyword(SPACE, space)).build();
    }

    /// @throws UnfitCollection when somebody else wrote over what the city had put there
    Candidate read(Map<String, Value> payload) {
        try {
            var memory = UUID.fromString(text(payload, MEMORY));
            var bytes = Base64.getDecoder().decode(text(payload, BYTES));
            if (bytes.length != dimension) {
                throw new IllegalArgumentException(
                        "%s must have %d bytes: %d".formatted(BYTES, dimension, bytes.length));
            }
            return new Candidate(new MemoryId(memory), new Embedding(bytes));
        } catch (IllegalArgumentException notOurs) {
            throw new UnfitCollection("collection %s has a point that is none of the city's: %s"
                    .formatted(MemoryCollection.name(dimension), notOurs.getMessage()));
        }
    }

    static float[] floats(Embedding embedding) {
        var bytes = embedding.values();
        var floats = new float[bytes.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = bytes[i];
        }
        return floats;
    }

    private PointStruct point(Entry entry, Map<String, Value> payload) {
        return PointStruct.newBuilder()
                .setId(idOf(keyOf(entry)))
                .setVectors(VectorsFactory.vectors(floats(entry.embedding())))
                .putAllPayload(payload)
                .build();
    }

    private Map<String, Value> payload(Entry entry) {
        var payload = new HashMap<String, Value>();
        payload.put(AGENT, value(entry.resident().value().toString()));
        payload.put(MEMORY, value(entry.memory().value().toString()));
        payload.put(SPACE, value(space));
        payload.put(
                BYTES,
                value(Base64.getEncoder().encodeToString(entry.embedding().values())));
        return payload;
    }

    private Map<String, Value> words(Memory memory) {
        return Map.of(
                "content", value(memory.text()),
                "timestamp", value(clock.at(memory.madeAt()).toString()),
                "importance", value((double) memory.importance() / Memory.FULL),
                "type", value(memory.kind().name().toLowerCase(Locale.ROOT)),
                "tags", list(memory.pinned() ? List.of(value("pinned")) : List.of()));
    }

    private static String text(Map<String, Value> payload, String field) {
        var value = payload.get(field);
        if (value == null || !value.hasStringValue()) {
            throw new IllegalArgumentException(field + " must be a text");
        }
        return value.getStringValue();
    }
}
