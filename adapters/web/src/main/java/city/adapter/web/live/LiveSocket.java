package city.adapter.web.live;

import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of `/ws`. It runs on the server's few event threads, so it only passes on what comes in.
@ServerWebSocket("/ws")
final class LiveSocket {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

    private final Services services;
    private final Sockets sockets;

    LiveSocket(Services services, LiveSockets sockets) {
        this.services = services;
        this.sockets = sockets.watchers();
    }

    @OnOpen
    void open(WebSocketSession session) {
        sockets.open(session, new WatchLine(services, session));
    }

    /// Takes frames one by one: the framework would join the parts of a message without an end to them.
    @OnMessage(maxPayloadLength = Asked.MOST_BYTES)
    void message(WebSocketFrame part, WebSocketSession session) {
        try {
            sockets.message(session, ByteBufUtil.getBytes(part.content()), part.isFinalFragment());
        } finally {
            part.release();
        }
    }

    @OnClose
    void close(WebSocketSession session) {
        sockets.gone(session);
    }

    @OnError
    void error(WebSocketSession session, Throwable cause) {
        LOG.debug("a socket broke", cause);
        sockets.gone(session);
        session.close();
    }
}
