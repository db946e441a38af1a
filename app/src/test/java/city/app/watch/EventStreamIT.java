package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log as server-sent events, while the city runs as fast as it can.
class EventStreamIT {
    private static final int CUTS = 5;
    private static final int EVENTS_BETWEEN_CUTS = 400;

    @TempDir
    private static Path folder;

    private static LiveCity city;

    @BeforeAll
    static void found() throws Exception {
        assumeTrue(Programs.isInstalled("curl"), "curl is not installed");
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "max");
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void aStreamThatIsCutAndResumedMissesNothingAndRepeatsNothing() throws Exception {
        var ids = new ArrayList<Long>();
        long start = Json.number(city.read("/api/v1/events?limit=1"), "scanned_to");
        for (int i = 0; i < CUTS; i++) {
            ids.addAll(listen(ids.isEmpty() ? start : ids.getLast()));
        }

        assertThat(ids).hasSize(CUTS * EVENTS_BETWEEN_CUTS).isEqualTo(log(start, ids.getLast()));
    }

    @Test
    void aReaderThatDoesNotReadDoesNotDelayTheCity() throws Exception {
        long alone = ticksInTwoSeconds();
        try (var reader = new Socket()) {
            reader.setReceiveBufferSize(1024);
            reader.connect(new InetSocketAddress("127.0.0.1", city.httpPort()));
            reader.getOutputStream()
                    .write("GET /api/v1/events/stream?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().read()).isEqualTo('H');

            long watched = ticksInTwoSeconds();

            assertThat(watched).isGreaterThan(alone / 4);
        }
    }

    /// The ids of whole messages only: the cut comes in the middle of another.
    private static List<Long> listen(long after) throws Exception {
        var curl = new ProcessBuilder(
                        "curl",
                        "-sN",
                        "--max-time",
                        "60",
                        "-H",
                        "Last-Event-ID: " + after,
                        city.url("/api/v1/events/stream").toString())
                .start();
        var ids = new ArrayList<Long>();
        var id = "";
        try (var lines = curl.inputReader()) {
            while (ids.size() < EVENTS_BETWEEN_CUTS) {
                var line = lines.readLine();
                assertThat(line).as("the stream ended by itself").isNotNull();
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                }
                if (line.startsWith("data:")) {
                    var event = Json.object(line.substring("data:".length()));
                    assertThat(String.valueOf(event.get("seq"))).isEqualTo(id);
                    ids.add(Long.valueOf(id));
                }
            }
        } finally {
            curl.destroyForcibly().waitFor();
        }
        return ids;
    }

    private static List<Long> log(long after, long until) throws Exception {
        var ids = new ArrayList<Long>();
        var next = String.valueOf(after);
        while (Long.parseLong(next) < until) {
            var page = city.read("/api/v1/events?limit=1000&after=" + next);
            Json.items(page).stream()
                    .map(it -> Json.number(it, "seq"))
                    .filter(it -> it <= until)
                    .forEach(ids::add);
            next = String.valueOf(Json.number(page, "scanned_to"));
        }
        return ids;
    }

    private static long ticksInTwoSeconds() throws Exception {
        long before = Json.number(city.read("/api/v1/world"), "tick");
        Thread.sleep(2_000);
        return Json.number(city.read("/api/v1/world"), "tick") - before;
    }
}
