package city.adapter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A client of `/ws` that keeps what comes.
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final BlockingQueue<Json> texts = new LinkedBlockingQueue<>();
    final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closings = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WebSocket socket;

    LiveClient(Site site, String... headers) {
        this(site, address(site), headers);
    }

    private LiveClient(Site site, URI address, String... headers) {
        var builder = site.client.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(address, this).join();
    }

    /// As a program that speaks for a resident.
    static LiveClient mind(Site site, Object resident, String... headers) {
        return new LiveClient(site, URI.create(address(site) + "/agents/" + resident), headers);
    }

    static URI address(Site site) {
        return URI.create("ws://127.0.0.1:%d/ws".formatted(site.server.port()));
    }

    void send(String json) {
        socket.sendText(json, true).join();
    }

    /// A part of a message that never ends.
    void sendPart(String text) {
        socket.sendText(text, false).join();
    }

    /// The next message of a type; others are passed over.
    Json next(String type) throws InterruptedException {
        while (true) {
            var message = Objects.requireNonNull(
                    texts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), () -> "no message comes: " + type);
            if (message.get("type").text().equals(type)) {
                return message;
            }
        }
    }

    /// The next events, of whichever subscription.
    List<Json> events(int count) throws InterruptedException {
        var events = new ArrayList<Json>();
        while (events.size() < count) {
            events.addAll(next("events").get("items").values());
        }
        return events;
    }

    ByteBuffer nextFrame() throws InterruptedException {
        return Objects.requireNonNull(frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no frame comes");
    }

    int closing() throws InterruptedException {
        return Objects.requireNonNull(closings.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it stays open");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                texts.add(Json.of(text.toString()));
            } catch (IOException e) {
                throw new AssertionError(text.toString(), e);
            }
            text.setLength(0);
        }
        return WebSocket.Listener.super.onText(from, data, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        var part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            frames.add(ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
            bytes.reset();
        }
        return WebSocket.Listener.super.onBinary(from, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closings.add(status);
        return WebSocket.Listener.super.onClose(from, status, reason);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closings.add(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
