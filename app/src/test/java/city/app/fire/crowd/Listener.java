package city.app.fire.crowd;

import city.app.fire.check.EventTexts;
import city.app.fire.check.Logged;
import city.app.fire.process.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A `curl` on the event stream; whenever it ends, another goes on after the last whole message. Safe from any thread.
public final class Listener implements AutoCloseable {
    private static final Duration BEFORE_RETRY = Duration.ofMillis(200);

    private final String url;
    private final List<Logged> heard = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("listener").unstarted(this::listen);
    private volatile boolean over;
    private volatile long last;

    /// @param after the sequence after which to begin
    public Listener(int port, long after) {
        this.url = "http://127.0.0.1:%d/api/v1/events/stream".formatted(port);
        this.last = after;
    }

    public Listener start() {
        thread.start();
        return this;
    }

    /// The last sequence that it knows to be behind it.
    public long last() {
        return last;
    }

    /// In the order of arrival.
    public synchronized List<Logged> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private void listen() {
        while (!over) {
            try {
                follow();
            } catch (IOException broken) {
                // The next one goes on where this one ended.
            }
            Run.rest(BEFORE_RETRY);
        }
    }

    private void follow() throws IOException {
        var curl = new ProcessBuilder("curl", "-sN", "-H", "Last-Event-ID: " + last, url).start();
        var watch = Thread.ofVirtual().start(() -> endWhenOver(curl));
        try (var lines = curl.inputReader()) {
            long id = last;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring("id: ".length()));
                } else if (line.startsWith("data: ")) {
                    hear(line);
                } else if (line.isEmpty()) {
                    last = id;
                }
            }
        } finally {
            curl.destroyForcibly();
            watch.interrupt();
        }
    }

    private void endWhenOver(Process curl) {
        try {
            while (!over) {
                Thread.sleep(BEFORE_RETRY);
            }
            curl.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void hear(String line) {
        var events = EventTexts.in(line);
        if (events.size() != 1) {
            throw new AssertionError("not an event of the stream: " + line);
        }
        heard.add(events.getFirst());
    }
}
