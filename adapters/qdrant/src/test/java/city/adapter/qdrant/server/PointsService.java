package city.adapter.qdrant.server;

import static city.adapter.qdrant.server.Replies.reply;
import static java.util.Comparator.comparing;

import city.adapter.qdrant.server.Storage.Point;
import city.adapter.qdrant.server.Storage.Stored;
import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.BatchResult;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CountResult;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.FieldType;
import io.qdrant.client.grpc.Points.PointsOperationResponse;
import io.qdrant.client.grpc.Points.QueryBatchPoints;
import io.qdrant.client.grpc.Points.QueryBatchResponse;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.UpdateResult;
import io.qdrant.client.grpc.Points.UpdateStatus;
import io.qdrant.client.grpc.Points.UpsertPoints;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import io.qdrant.client.grpc.PointsGrpc.PointsImplBase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What nobody waits for happens later. An approximate search misses the nearest, as it may. Of equal scores,
/// which comes first is anybody's guess.
final class PointsService extends PointsImplBase {
    private static final int LATER_MILLIS = 200;

    private static final Comparator<ScoredPoint> HIGHEST_FIRST = comparing(ScoredPoint::getScore)
            .reversed()
            .thenComparing(it -> it.getId().hashCode());

    private final Storage storage;

    PointsService(Storage storage) {
        this.storage = storage;
    }

    @Override
    public void createFieldIndex(CreateFieldIndexCollection request, StreamObserver<PointsOperationResponse> to) {
        reply(to, () -> {
            var type = request.getFieldType() == FieldType.FieldTypeUuid
                    ? PayloadSchemaType.Uuid
                    : PayloadSchemaType.Keyword;
            storage.index(request.getCollectionName(), request.getFieldName(), type);
            return done(UpdateStatus.Completed);
        });
    }

    @Override
    public void upsert(UpsertPoints request, StreamObserver<PointsOperationResponse> to) {
        reply(to, () -> {
            var stored = storage.get(request.getCollectionName());
            return change(request.getWait(), () -> stored.put(request.getPointsList()));
        });
    }

    @Override
    public void delete(DeletePoints request, StreamObserver<PointsOperationResponse> to) {
        reply(to, () -> {
            var stored = storage.get(request.getCollectionName());
            var chosen = request.getPoints();
            var ids = Set.copyOf(chosen.getPoints().getIdsList());
            return change(
                    request.getWait(),
                    () -> stored.points()
                            .values()
                            .removeIf(it -> chosen.hasFilter()
                                    ? Filters.holds(chosen.getFilter(), it)
                                    : ids.contains(it.id())));
        });
    }

    @Override
    public void count(CountPoints request, StreamObserver<CountResponse> to) {
        reply(to, () -> {
            var stored = storage.get(request.getCollectionName());
            long count = stored.points().values().stream()
                    .filter(it -> Filters.holds(request.getFilter(), it))
                    .count();
            long told = request.getExact() ? count : count / 2;
            return CountResponse.newBuilder()
                    .setResult(CountResult.newBuilder().setCount(told))
                    .build();
        });
    }

    @Override
    public void scroll(ScrollPoints request, StreamObserver<ScrollResponse> to) {
        reply(to, () -> {
            var stored = storage.get(request.getCollectionName());
            var page = ScrollResponse.newBuilder();
            stored.points().values().stream()
                    .filter(it -> Filters.holds(request.getFilter(), it))
                    .sorted(comparing(it -> it.id().getUuid()))
                    .limit(request.getLimit())
                    .map(it -> RetrievedPoint.newBuilder()
                            .setId(it.id())
                            .putAllPayload(selected(request.getWithPayload(), it.payload()))
                            .build())
                    .forEach(page::addResult);
            return page.build();
        });
    }

    @Override
    public void queryBatch(QueryBatchPoints request, StreamObserver<QueryBatchResponse> to) {
        reply(to, () -> {
            var stored = storage.get(request.getCollectionName());
            var answers = QueryBatchResponse.newBuilder();
            request.getQueryPointsList().stream()
                    .map(it -> BatchResult.newBuilder()
                            .addAllResult(query(stored, it))
                            .build())
                    .forEach(answers::addResult);
            return answers.build();
        });
    }

    private static List<ScoredPoint> query(Stored stored, QueryPoints query) {
        var asked = Vectors.floats(query.getQuery().getNearest().getDense().getDataList());
        if (asked.length != stored.vectors().getSize()) {
            throw Storage.wrong("Vector dimension error: expected dim: %d, got %d"
                    .formatted(stored.vectors().getSize(), asked.length));
        }
        var normal = Vectors.normal(asked);
        return stored.points().values().stream()
                .filter(it -> Filters.holds(query.getFilter(), it))
                .map(it -> scored(it, normal, query.getWithPayload()))
                .sorted(HIGHEST_FIRST)
                .skip(query.getParams().getExact() ? 0 : 1)
                .limit(query.getLimit())
                .toList();
    }

    private static ScoredPoint scored(Point point, float[] asked, WithPayloadSelector fields) {
        return ScoredPoint.newBuilder()
                .setId(point.id())
                .setScore(Vectors.dot(point.vector(), asked))
                .putAllPayload(selected(fields, point.payload()))
                .build();
    }

    private static Map<String, Value> selected(WithPayloadSelector fields, Map<String, Value> payload) {
        if (!fields.hasInclude()) {
            return fields.getEnable() ? payload : Map.of();
        }
        var selected = new HashMap<>(payload);
        selected.keySet().retainAll(fields.getInclude().getFieldsList());
        return selected;
    }

    private static PointsOperationResponse change(boolean wait, Runnable change) {
        if (wait) {
            change.run();
            return done(UpdateStatus.Completed);
        }
        CompletableFuture.delayedExecutor(LATER_MILLIS, TimeUnit.MILLISECONDS).execute(change);
        return done(UpdateStatus.Acknowledged);
    }

    private static PointsOperationResponse done(UpdateStatus status) {
        return PointsOperationResponse.newBuilder()
                .setResult(UpdateResult.newBuilder().setStatus(status))
                .build();
    }
}
