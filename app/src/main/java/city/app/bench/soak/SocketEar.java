package city.app.bench.soak;

import city.app.bench.child.Fields;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A reader of the WebSocket, as the page is one: it follows the log and looks at the whole map once a second.
final class SocketEar implements AutoCloseable {
    private static final String LOOK =
            "{\"type\":\"view\",\"x0\":-50000,\"y0\":-50000,\"x1\":50000,\"y1\":50000,\"zoom\":0.05,\"rate\":1}";

    private final WebSocket socket;
    private final Hearing hearing;

    private SocketEar(WebSocket socket, Hearing hearing) {
        this.socket = socket;
        this.hearing = hearing;
    }

    /// @param topic empty for all
    static SocketEar open(HttpClient client, int port, String topic, Tally tally) {
        var hearing = new Hearing(tally);
        var socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:%d/ws".formatted(port)), hearing)
                .join();
        var topics = topic.isEmpty() ? "" : ",\"topics\":[\"%s\"]".formatted(topic);
        socket.sendText("{\"type\":\"subscribe\",\"id\":\"soak\"%s}".formatted(topics), true)
                .join();
        socket.sendText(LOOK, true).join();
        return new SocketEar(socket, hearing);
    }

    @Override
    public void close() {
        hearing.over = true;
        socket.abort();
    }

    private static final class Hearing implements WebSocket.Listener {
        private final Tally tally;
        private final StringBuilder text = new StringBuilder();
        private volatile boolean over;

        private Hearing(Tally tally) {
            this.tally = tally;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            if (last) {
                tally.picture();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end();
        }

        private void hear(String message) {
            if (message.startsWith("{\"type\":\"events\"")) {
                tally.upTo(Fields.number(message, "scanned_to"));
            } else if (message.startsWith("{\"type\":\"ended\"")) {
                end();
            }
        }

        private void end() {
            if (!over) {
                tally.lost();
            }
        }
    }
}
