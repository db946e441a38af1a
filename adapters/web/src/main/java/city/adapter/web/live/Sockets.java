package city.adapter.web.live;

import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The open sockets of one kind. Each has a virtual thread that sends only as fast as its client takes. Thread-safe.
final class Sockets implements AutoCloseable {
    private static final CloseReason TOO_FAST = new CloseReason(1008, "too many messages at once");

    private final int most;
    private final Map<WebSocketSession, Line> lines = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// @param most that may be open
    Sockets(int most) {
        this.most = most;
    }

    /// Ends every socket in order: a client comes again later.
    @Override
    public void close() {
        closed = true;
        lines.keySet().forEach(it -> it.close(CloseReason.GOING_AWAY));
        lines.values().forEach(Line::end);
    }

    void open(WebSocketSession session, Line line) {
        if (!admit(session, line)) {
            session.close(closed ? CloseReason.GOING_AWAY : tryAgainLater());
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

    private CloseReason tryAgainLater() {
        return new CloseReason(1013, "at most %d sockets may be open".formatted(most));
    }

    private synchronized boolean admit(WebSocketSession session, Line line) {
        boolean free = !closed && lines.size() < most;
        if (free) {
            lines.put(session, line);
        }
        return free;
    }
}
