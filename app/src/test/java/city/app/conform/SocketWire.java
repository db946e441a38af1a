package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hears questions on a WebSocket.
final class SocketWire implements Wire {
    private static final int TOO_LONG = 20_000;

    /// When a socket ends while something is sent, the JDK may say so to nobody until more is sent.
    private static final long SILENCE_MILLIS = 2_000;

    /// In the place of a question, once the socket is gone.
    private static final long GONE = -1;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Long> questions = new LinkedBlockingQueue<>();
    private final CountDownLatch welcomed = new CountDownLatch(1);
    private final Address address;
    private final WebSocket socket;

    SocketWire(Address address) throws IOException {
        this.address = address;
        var builder = client.newWebSocketBuilder();
        if (!address.token().isEmpty()) {
            builder.header("Authorization", "Bearer " + address.token());
        }
        var url = "%s/ws/agents/%s".formatted(address.http().replaceFirst("^http", "ws"), address.agent());
        try {
            socket = builder.buildAsync(URI.create(url), new Ear()).join();
        } catch (CompletionException refused) {
            client.shutdownNow();
            throw new IOException(refused);
        }
    }

    @Override
    public long question() throws IOException, InterruptedException {
        var question = questions.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        while (question == null) {
            sent(socket.sendPing(ByteBuffer.allocate(0)));
            question = questions.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (question == GONE) {
            throw new IOException("the socket is gone");
        }
        return question;
    }

    /// In two parts, as a library may send it.
    @Override
    public void answer(String words) throws IOException {
        var message = "{\"type\": \"answer\", " + words.substring(1);
        sent(socket.sendText(message.substring(0, 9), false));
        sent(socket.sendText(message.substring(9), true));
    }

    @Override
    public void look() throws IOException, InterruptedException {
        try (var other = new SocketWire(address)) {
            other.welcomed.await();
        }
    }

    @Override
    public void misbehave() throws IOException {
        answer("{" + " ".repeat(TOO_LONG));
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private static void sent(CompletableFuture<WebSocket> sending) throws IOException {
        try {
            sending.join();
        } catch (CompletionException gone) {
            throw new IOException(gone);
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var said = Words.read(text.toString().getBytes(UTF_8));
                text.setLength(0);
                welcomed.countDown();
                if (said.path("type").asText().equals("question")) {
                    questions.add(said.path("question").path("question").asLong());
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable cause) {
            end();
        }

        private void end() {
            questions.add(GONE);
            welcomed.countDown();
        }
    }
}
