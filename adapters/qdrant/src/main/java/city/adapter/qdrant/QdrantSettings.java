package city.adapter.qdrant;

import city.memory.domain.Embedding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/// Which server, and what is kept there.
///
/// @param url       `http://host:port`, or `https://host:port` for TLS; without a port it is 6334, that of gRPC
/// @param space     which embedder the vectors are from: those of another are never compared with them
/// @param dimension components of each vector
/// @param timeout   for each call to the server; one question or one batch may need several
public record QdrantSettings(URI url, ApiKey apiKey, String space, int dimension, Duration timeout) {
    public static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(5);

    private static final int GRPC_PORT = 6334;
    private static final int MAX_SPACE_BYTES = 64;

    /// An address may hold a password, so no message repeats more of it than scheme and host.
    public QdrantSettings {
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "url must hold no user, query or fragment. Maybe give the key as apiKey");
        }
        var isAddress = Set.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null;
        if (!isAddress || !Set.of("", "/").contains(url.getRawPath())) {
            throw new IllegalArgumentException("url must be like http://host:%d or https://host:%d: %s://%s"
                    .formatted(GRPC_PORT, GRPC_PORT, url.getScheme(), url.getHost()));
        }
        int bytes = space.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MAX_SPACE_BYTES) {
            throw new IllegalArgumentException("space must have 1 to %d bytes: %d".formatted(MAX_SPACE_BYTES, bytes));
        }
        if (dimension < 1 || dimension > Embedding.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "dimension must be 1 to %d: %d".formatted(Embedding.MAX_DIMENSION, dimension));
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout must be positive: " + timeout);
        }
    }

    boolean isEncrypted() {
        return url.getScheme().equals("https");
    }

    int port() {
        return url.getPort() < 0 ? GRPC_PORT : url.getPort();
    }
}
