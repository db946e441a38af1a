package city.adapter.qdrant.server;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.qdrant.client.grpc.Collections.PayloadSchemaInfo;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All collections by their names.
public final class Storage {
    private final Map<String, Stored> collections = new ConcurrentHashMap<>();

    /// A point; its vector has length 1, or 0 where it was given so.
    record Point(PointId id, float[] vector, Map<String, Value> payload) {}

    /// A collection. Changes are made point by point, so that who reads meanwhile may see a part of a batch.
    record Stored(VectorParams vectors, Map<String, PayloadSchemaInfo> indexes, Map<PointId, Point> points) {
        void put(List<PointStruct> all) {
            for (var point : all) {
                var vector = Vectors.of(point.getVectors());
                if (vector.length != vectors.getSize()) {
                    throw wrong("Vector dimension error: expected dim: %d, got %d"
                            .formatted(vectors.getSize(), vector.length));
                }
            }
            for (var point : all) {
                var vector = Vectors.normal(Vectors.of(point.getVectors()));
                points.put(point.getId(), new Point(point.getId(), vector, point.getPayloadMap()));
            }
        }
    }

    public void empty() {
        collections.clear();
    }

    /// Makes a collection as somebody else might have.
    public void create(String name, VectorParams vectors) {
        if (collections.putIfAbsent(name, new Stored(vectors, new ConcurrentHashMap<>(), new ConcurrentHashMap<>()))
                != null) {
            throw wrong("Collection `%s` already exists!".formatted(name));
        }
    }

    public void index(String name, String field, PayloadSchemaType type) {
        get(name)
                .indexes()
                .put(field, PayloadSchemaInfo.newBuilder().setDataType(type).build());
    }

    /// What the points of a collection say of themselves.
    public List<Map<String, Value>> payloads(String name) {
        return get(name).points().values().stream().map(Point::payload).toList();
    }

    public Map<String, PayloadSchemaInfo> indexes(String name) {
        return Map.copyOf(get(name).indexes());
    }

    Stored get(String name) {
        var stored = collections.get(name);
        if (stored == null) {
            throw Status.NOT_FOUND
                    .withDescription("Not found: Collection `%s` doesn't exist!".formatted(name))
                    .asRuntimeException();
        }
        return stored;
    }

    static StatusRuntimeException wrong(String input) {
        return Status.INVALID_ARGUMENT.withDescription("Wrong input: " + input).asRuntimeException();
    }
}
