package city.adapter.redis.lettuce;

import city.adapter.redis.projection.Store;
import city.adapter.redis.projection.StoreFailed;
import city.adapter.redis.projection.StoreFailed.Kind;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A Redis server, 6 or later, alone or with replicas; a cluster only where the prefix keeps all keys in one slot.
///
/// Lettuce's own reconnecting is off: it sends again what was not answered, without a look at what became of the
/// store meanwhile.
public final class LettuceStore implements Store {
    /// A server that takes longer for a millisecond's work is as good as away.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /// More than the largest write, so that a full queue is a mistake of ours.
    private static final int MAX_COMMANDS_WAITING = 4_096;

    private static final int THREADS = 2;

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI server;
    private final String markerKey;

    private LettuceStore(ClientResources resources, RedisClient client, RedisURI server, String markerKey) {
        this.resources = resources;
        this.client = client;
        this.server = server;
        this.markerKey = markerKey;
    }

    /// @throws IllegalArgumentException when it is none of a Redis; the message does not repeat it
    public static void requireUrl(String url) {
        try {
            RedisURI.create(url);
        } catch (IllegalArgumentException withUrl) {
            throw new IllegalArgumentException(
                    "url must be one of a Redis, such as redis://host:6379/0 or rediss://user:password@host:6379/0");
        }
    }

    /// Connects to nothing yet.
    ///
    /// @param url of which [#requireUrl] holds
    public static LettuceStore of(String url, String markerKey) {
        var server = RedisURI.create(url);
        server.setTimeout(PATIENCE);
        server.setClientName("city");
        // Older servers do not know the command that would tell them.
        server.setLibraryName("");
        server.setLibraryVersion("");
        var resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build();
        var client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MAX_COMMANDS_WAITING)
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .build());
        return new LettuceStore(resources, client, server, markerKey);
    }

    @Override
    public Session open() throws InterruptedException {
        var opening = client.connectAsync(StringCodec.UTF8, server).toCompletableFuture();
        try {
            return new LettuceSession(Answers.await(opening), markerKey);
        } catch (StoreFailed failed) {
            // It may still come up after we stopped waiting for it.
            opening.thenAccept(StatefulRedisConnection::closeAsync);
            throw new StoreFailed(
                    Kind.AWAY, "%s:%d %s".formatted(server.getHost(), server.getPort(), failed.getMessage()));
        }
    }

    @Override
    public void close() {
        client.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(PATIENCE.toMillis());
    }
}
