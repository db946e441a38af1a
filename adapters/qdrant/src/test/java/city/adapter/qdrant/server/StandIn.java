package city.adapter.qdrant.server;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A server on 127.0.0.1. What is stored outlives a restart unless the test empties it.
public final class StandIn implements AutoCloseable {
    private final Storage storage = new Storage();
    private final Mischief mischief = new Mischief();
    private final Optional<Tls> tls;
    private int port;
    private Server server;

    /// @param certificate chain, and `key`: files in PEM
    public record Tls(File certificate, File key) {}

    private StandIn(Optional<Tls> tls) {
        this.tls = tls;
        this.server = serve();
        this.port = server.getPort();
    }

    public static StandIn start() {
        return new StandIn(Optional.empty());
    }

    public static StandIn start(Tls tls) {
        return new StandIn(Optional.of(tls));
    }

    public URI url() {
        return URI.create("%s://127.0.0.1:%d".formatted(tls.isPresent() ? "https" : "http", port));
    }

    public Storage storage() {
        return storage;
    }

    public Mischief mischief() {
        return mischief;
    }

    /// Breaks all connections, and takes no more.
    public void vanish() {
        try {
            server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// On the same port.
    public void comeBack() {
        server = serve();
    }

    @Override
    public void close() {
        vanish();
    }

    private Server serve() {
        var builder = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port));
        for (var service : List.of(new CollectionsService(storage), new PointsService(storage))) {
            builder.addService(ServerInterceptors.intercept(service, mischief));
        }
        tls.ifPresent(it -> builder.useTransportSecurity(it.certificate(), it.key()));
        try {
            return builder.build().start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
