package city.adapter.web.live;

import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The open sockets. Each has a virtual thread that sends only as fast as its client takes.
@Singleton
public final class LiveSockets implements AutoCloseable {
    /// A socket costs a connection, a thread and a frame of the map; more would be a mistake or an attack.
    static final int MOST = 64;

    private static final CloseReason TRY_AGAIN_LATER =
            new CloseReason(1013, "at most %d sockets may be open".formatted(MOST));
    private static final CloseReason TOO_FAST = new CloseReason(1008, "too many messages at once");

    private final Services services;
    private final Map<WebSocketSession, Line> lines = new ConcurrentHashMap<>();
    private volatile boolean closed;

    LiveSockets(Services services) {
        this.services = services;
    }

    /// Ends every socket in order: a client comes again later.
    @Override
    public void close() {
        closed = true;
        lines.keySet().forEach(it -> it.close(CloseReason.GOING_AWAY));
        lines.values().forEach(Line::end);
    }

    void open(WebSocketSession session) {
        var line = new Line(services, session);
        if (!admit(session, line)) {
            session.close(closed ? CloseReason.GOING_AWAY : TRY_AGAIN_LATER);
            return;
        }
        Thread.ofVirtual().name("socket").start(() -> {
            try {
                line.run();
            } finally {
                gone(session);
            }
        });
    }

    /// @param last whether the message ends with this part
    void message(WebSocketSession session, byte[] part, boolean last) {
        var line = lines.get(session);
        if (line == null) {
            return;
        }
        switch (line.offer(part, last)) {
            case TAKEN -> {}
            case TOO_LONG -> end(session, CloseReason.MESSAGE_TO_BIG);
            case TOO_MANY -> end(session, TOO_FAST);
        }
    }

    void gone(WebSocketSession session) {
        var line = lines.remove(session);
        if (line != null) {
            line.end();
        }
    }

    private void end(WebSocketSession session, CloseReason reason) {
        session.close(reason);
        gone(session);
    }

    private synchronized boolean admit(WebSocketSession session, Line line) {
        boolean free = !closed && lines.size() < MOST;
        if (free) {
            lines.put(session, line);
        }
        return free;
    }
}
