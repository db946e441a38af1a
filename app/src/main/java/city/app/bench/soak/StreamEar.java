package city.app.bench.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/// A reader of the stream of server-sent events.
final class StreamEar implements AutoCloseable {
    private static final String ID = "id: ";

    private final Stream<String> lines;
    private volatile boolean over;

    private StreamEar(Stream<String> lines) {
        this.lines = lines;
    }

    /// @param topic empty for all
    static StreamEar open(HttpClient client, int port, String topic, Tally tally)
            throws IOException, InterruptedException {
        var filter = topic.isEmpty() ? "" : "?topic=" + topic;
        var uri = URI.create("http://127.0.0.1:%d/api/v1/events/stream%s".formatted(port, filter));
        var response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines());
        var ear = new StreamEar(response.body());
        Thread.ofVirtual().name("soak-stream").start(() -> ear.listen(tally));
        return ear;
    }

    @Override
    public void close() {
        over = true;
        lines.close();
    }

    private void listen(Tally tally) {
        try {
            lines.filter(it -> it.startsWith(ID)).forEach(it -> tally.upTo(Long.parseLong(it.substring(ID.length()))));
        } catch (UncheckedIOException | IllegalStateException e) {
            // Either way it has ended.
        }
        if (!over) {
            tally.lost();
        }
    }
}
