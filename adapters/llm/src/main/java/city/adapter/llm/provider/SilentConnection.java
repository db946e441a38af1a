package city.adapter.llm.provider;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// A connection that logs nothing of what goes over it, at any level: the library's own would log headers, and a key
/// stands in one.
final class SilentConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {
    /// Room for the head and the body of a usual question, so that both are sent at once: the other end wakes once.
    private static final Http1Config WHOLE_QUESTION =
            Http1Config.custom().setBufferSize(16_384).build();

    SilentConnection() {
        super(WHOLE_QUESTION);
    }

    @Override
    public @Nullable Socket getSocket() {
        var holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void bind(SSLSocket secured, Socket socket) throws IOException {
        bind(new SocketHolder(secured, socket));
    }

    /// Back in the pool.
    @Override
    public void passivate() {
        setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    /// Deadlines end an exchange, so there is no timeout to set again.
    @Override
    public void activate() {}
}
