package city.adapter.mqtt.broker;

import java.net.URI;
import java.util.Set;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.protocol.websocket.WebSocketServerHandler;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.jspecify.annotations.Nullable;

/// Which websites may use the broker over WebSocket: those of this machine. A browser lets any page open a
/// socket to loopback and says in `Origin` whose page it is; programs say nothing. Any thread.
final class Origins {
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Origins() {}

    static boolean admit(Connection connection) {
        if (!(connection instanceof NettyConnection netty)) {
            return true;
        }
        var web = netty.getNettyChannel().pipeline().get(WebSocketServerHandler.class);
        return web == null || admits(web.getHttpRequest().headers().get("Origin"));
    }

    /// Also refused is `null`, by which a page without an origin of its own goes, such as a sandboxed frame.
    static boolean admits(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return OF_THIS_MACHINE.contains(String.valueOf(URI.create(origin).getHost()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
