package city.adapter.qdrant;

import static city.adapter.qdrant.Points.AGENT;
import static city.adapter.qdrant.Points.SPACE;

import city.memory.spi.MemoryIndex.Lost;
import io.qdrant.client.grpc.Collections.CollectionInfo;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.Datatype;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.GetCollectionInfoRequest;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.FieldType;
import io.qdrant.client.grpc.Points.PointsSelector;
import java.util.Optional;
import java.util.Set;

/// The collection on the server: made where it is missing, and looked at before it is used.
final class MemoryCollection {
    private static final String NAME = "agent_memories";

    /// Of which the plain name speaks.
    private static final int USUAL_DIMENSION = 768;

    private static final Set<PayloadSchemaType> TYPES_OF_AN_ID =
            Set.of(PayloadSchemaType.Uuid, PayloadSchemaType.Keyword);

    private final Wire wire;
    private final int dimension;
    private final String name;

    MemoryCollection(Wire wire, int dimension) {
        this.wire = wire;
        this.dimension = dimension;
        this.name = name(dimension);
    }

    static String name(int dimension) {
        return dimension == USUAL_DIMENSION ? NAME : NAME + "_" + dimension;
    }

    String name() {
        return name;
    }

    /// There afterwards, with an index of whose each memory is and one of the space in which it lies.
    ///
    /// @throws UnfitCollection when one is there with other vectors
    void provide() {
        var info = find().orElseGet(this::create);
        check(info);
        var indexes = info.getPayloadSchemaMap();
        if (!indexes.containsKey(AGENT)) {
            index(AGENT, FieldType.FieldTypeUuid);
        }
        if (!indexes.containsKey(SPACE)) {
            index(SPACE, FieldType.FieldTypeKeyword);
        }
    }

    /// Takes away some of the points, and no others.
    void clear(Filter some) {
        var request = DeletePoints.newBuilder()
                .setCollectionName(name)
                .setPoints(PointsSelector.newBuilder().setFilter(some))
                .setWait(true)
                .build();
        wire.points(it -> it.delete(request));
    }

    private Optional<CollectionInfo> find() {
        try {
            var request = GetCollectionInfoRequest.newBuilder()
                    .setCollectionName(name)
                    .build();
            return Optional.of(wire.collections(it -> it.get(request)).getResult());
        } catch (Lost notThere) {
            return Optional.empty();
        }
    }

    private CollectionInfo create() {
        var vectors = VectorParams.newBuilder().setSize(dimension).setDistance(Distance.Cosine);
        var request = CreateCollection.newBuilder()
                .setCollectionName(name)
                .setVectorsConfig(VectorsConfig.newBuilder().setParams(vectors))
                .build();
        try {
            wire.collections(it -> it.create(request));
        } catch (UnfitCollection refused) {
            // Another process may have been faster.
            return find().orElseThrow(() -> refused);
        }
        return find().orElseThrow(() -> new Lost("collection %s must be there once it is made".formatted(name)));
    }

    private void check(CollectionInfo info) {
        var vectors = info.getConfig().getParams().getVectorsConfig();
        if (!vectors.hasParams()) {
            throw unfit("vectors must be one without a name: "
                    + vectors.getParamsMap().getMapMap().keySet());
        }
        var params = vectors.getParams();
        if (params.getSize() != dimension) {
            throw unfit("size must be %d: %d".formatted(dimension, params.getSize()));
        }
        if (params.getDistance() != Distance.Cosine) {
            throw unfit("distance must be Cosine: " + params.getDistance());
        }
        if (params.hasDatatype() && !Set.of(Datatype.Default, Datatype.Float32).contains(params.getDatatype())) {
            throw unfit("datatype must be Float32: " + params.getDatatype());
        }
        var agent = info.getPayloadSchemaMap().get(AGENT);
        if (agent != null && !TYPES_OF_AN_ID.contains(agent.getDataType())) {
            throw unfit("index of %s must be of Uuid or Keyword: %s".formatted(AGENT, agent.getDataType()));
        }
        var space = info.getPayloadSchemaMap().get(SPACE);
        if (space != null && space.getDataType() != PayloadSchemaType.Keyword) {
            throw unfit("index of %s must be of Keyword: %s".formatted(SPACE, space.getDataType()));
        }
    }

    private UnfitCollection unfit(String rule) {
        return new UnfitCollection("collection %s: %s. Maybe it is somebody else's".formatted(name, rule));
    }

    private void index(String field, FieldType type) {
        var request = CreateFieldIndexCollection.newBuilder()
                .setCollectionName(name)
                .setFieldName(field)
                .setFieldType(type)
                .setWait(true)
                .build();
        wire.points(it -> it.createFieldIndex(request));
    }
}
