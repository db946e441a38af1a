package city.adapter.qdrant;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import city.memory.spi.MemoryIndex.Lost;
import city.memory.spi.MemoryIndex.Unavailable;
import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import io.grpc.stub.MetadataUtils;
import io.qdrant.client.QdrantGrpcClient;
import io.qdrant.client.grpc.CollectionsGrpc.CollectionsFutureStub;
import io.qdrant.client.grpc.PointsGrpc.PointsFutureStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/// Calls to one server. Each ends by the timeout, and what went wrong gets its type. A connection that broke is made
/// again with the next call; the one that notices fails. Safe from any thread.
///
/// The client's lower half is used, because its upper one logs every failure with whatever the server said, and servers
/// may repeat a key.
final class Wire implements AutoCloseable {
    /// The largest answer, a resident's every memory with as many components as may be, has some 12 MB.
    private static final int MAX_ANSWER_BYTES = 64 << 20;

    /// A machine that vanished is noticed while calls wait for it, and not only by each of them.
    private static final Duration ASK_FOR_LIFE_AFTER = Duration.ofSeconds(30);

    /// Enough of a server's words to know them again.
    private static final int MAX_SAID_CHARS = 300;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private static final Metadata.Key<String> API_KEY = Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER);

    private final QdrantSettings settings;
    private final ManagedChannel channel;
    private final QdrantGrpcClient client;

    private Wire(QdrantSettings settings, ManagedChannel channel) {
        this.settings = settings;
        this.channel = channel;
        this.client = QdrantGrpcClient.newBuilder(channel, false, false)
                .withTimeout(settings.timeout())
                .build();
    }

    /// Does not connect yet.
    static Wire open(QdrantSettings settings) {
        keepHeadersOutOfTheLog();
        var builder = ManagedChannelBuilder.forAddress(settings.url().getHost(), settings.port())
                .maxInboundMessageSize(MAX_ANSWER_BYTES)
                .keepAliveTime(ASK_FOR_LIFE_AFTER.toMillis(), MILLISECONDS)
                .directExecutor();
        if (!settings.isEncrypted()) {
            builder.usePlaintext();
        }
        if (!settings.apiKey().isNone()) {
            var headers = new Metadata();
            headers.put(API_KEY, settings.apiKey().secret());
            builder.intercept(MetadataUtils.newAttachHeadersInterceptor(headers));
        }
        return new Wire(settings, builder.build());
    }

    /// At DEBUG the Netty inside of gRPC logs each frame with its headers, and the key is one. Its own way of
    /// logging is that of the JDK, which shows nothing below INFO unless it is told to.
    private static void keepHeadersOutOfTheLog() {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }

    /// @throws Unavailable     when it did not answer, or not in time
    /// @throws Lost            when the collection is not there
    /// @throws UnfitCollection when it takes no such thing
    <T> T points(Function<PointsFutureStub, ListenableFuture<T>> ask) {
        return await(ask.apply(client.points()));
    }

    /// Fails as {@link #points} does.
    <T> T collections(Function<CollectionsFutureStub, ListenableFuture<T>> ask) {
        return await(ask.apply(client.collections()));
    }

    /// Calls in flight fail.
    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(CLOSE_WITHIN.toMillis(), MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// gRPC ends the call by its deadline, whatever the server does.
    private <T> T await(ListenableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable(said("the caller was interrupted"));
        } catch (ExecutionException failed) {
            throw failure(Status.fromThrowable(failed));
        }
    }

    private RuntimeException failure(Status status) {
        var said = said(words(status));
        return switch (status.getCode()) {
            case NOT_FOUND -> new Lost(said);
            case INVALID_ARGUMENT, ALREADY_EXISTS, FAILED_PRECONDITION, UNIMPLEMENTED -> new UnfitCollection(said);
            default -> {
                // Else it would wait up to two minutes before it looks whether the server is back.
                channel.resetConnectBackoff();
                yield new Unavailable(said);
            }
        };
    }

    private static String words(Status status) {
        var description = Optional.ofNullable(status.getDescription()).map(it -> ": " + it);
        var cause = Optional.ofNullable(status.getCause()).map(it -> " (" + it.getMessage() + ")");
        return status.getCode() + description.orElse("") + cause.orElse("");
    }

    /// On one line, without the key.
    private String said(String what) {
        var line = settings.apiKey()
                .hideIn("Qdrant at %s: %s".formatted(settings.url(), what))
                .replaceAll("\\s+", " ");
        return line.length() > MAX_SAID_CHARS ? line.substring(0, MAX_SAID_CHARS) + "…" : line;
    }
}
