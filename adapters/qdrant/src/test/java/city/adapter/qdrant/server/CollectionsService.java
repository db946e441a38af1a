package city.adapter.qdrant.server;

import static city.adapter.qdrant.server.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.CollectionConfig;
import io.qdrant.client.grpc.Collections.CollectionInfo;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CollectionParams;
import io.qdrant.client.grpc.Collections.CollectionStatus;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.GetCollectionInfoRequest;
import io.qdrant.client.grpc.Collections.GetCollectionInfoResponse;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import io.qdrant.client.grpc.CollectionsGrpc.CollectionsImplBase;

final class CollectionsService extends CollectionsImplBase {
    private final Storage storage;

    CollectionsService(Storage storage) {
        this.storage = storage;
    }

    @Override
    public void create(CreateCollection request, StreamObserver<CollectionOperationResponse> to) {
        reply(to, () -> {
            storage.create(
                    request.getCollectionName(), request.getVectorsConfig().getParams());
            return CollectionOperationResponse.newBuilder().setResult(true).build();
        });
    }

    @Override
    public void get(GetCollectionInfoRequest request, StreamObserver<GetCollectionInfoResponse> to) {
        reply(to, () -> {
            var stored = storage.get(request.getCollectionName());
            var params = CollectionParams.newBuilder()
                    .setVectorsConfig(VectorsConfig.newBuilder().setParams(stored.vectors()));
            return GetCollectionInfoResponse.newBuilder()
                    .setResult(CollectionInfo.newBuilder()
                            .setStatus(CollectionStatus.Green)
                            .setPointsCount(stored.points().size())
                            .setConfig(CollectionConfig.newBuilder().setParams(params))
                            .putAllPayloadSchema(stored.indexes()))
                    .build();
        });
    }
}
