package city.adapter.qdrant.server;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/// One answer, or one failure.
final class Replies {
    private Replies() {}

    static <T> void reply(StreamObserver<T> to, Supplier<T> answer) {
        try {
            to.onNext(answer.get());
            to.onCompleted();
        } catch (StatusRuntimeException refused) {
            to.onError(refused);
        }
    }
}
