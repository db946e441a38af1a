package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamTest {
    private Site site;

    @BeforeEach
    void open() {
        site = new Site();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aClientThatComesAgainMissesNothing() throws Exception {
        happen(5);
        var seen = new ArrayList<Long>();

        try (var stream = stream("/api/v1/events/stream?after=0")) {
            seen.addAll(ids(stream, 5));
        }
        happen(300);
        try (var stream = stream("/api/v1/events/stream", "Last-Event-ID", "5")) {
            seen.addAll(ids(stream, 150));
        }
        try (var stream = stream("/api/v1/events/stream?after=2", "Last-Event-ID", "155")) {
            happen(10);
            seen.addAll(ids(stream, 160));
        }

        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 315).boxed().toList());
    }

    @Test
    void withoutAPlaceItBeginsWithWhatIsNext() throws Exception {
        happen(3);

        try (var stream = stream("/api/v1/events/stream")) {
            var reader = reader(stream);
            assertThat(reader.readLine()).startsWith("retry:");
            happen(1);

            assertThat(ids(reader, 1)).containsExactly(4L);
        }
    }

    @Test
    void aFilterLetsOnlyItsOwnThrough() throws Exception {
        happen(50);
        site.kernel.feed.happened("economy.money-transferred.v1", "economy", TestCity.ADA, "{\"amount\":\"1.00\"}");
        happen(50);

        try (var stream = stream("/api/v1/events/stream?after=0&topic=economy")) {
            var reader = reader(stream);
            var line = nextLine(reader);
            while (!line.startsWith("data:")) {
                line = nextLine(reader);
            }
            var event = Json.of(line.substring(5));

            assertThat(event.get("seq").number()).isEqualTo(51);
            assertThat(event.get("data").get("amount").text()).isEqualTo("1.00");
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsNobodyUp() throws Exception {
        var large = "{\"text\":\"" + "x".repeat(2000) + "\"}";
        for (int i = 0; i < 20_000; i++) {
            site.kernel.feed.happened("test.large.v1", "test", TestCity.ADA, large);
        }

        try (var sleeper = new Socket("127.0.0.1", site.server.port())) {
            sleeper.getOutputStream()
                    .write("GET /api/v1/events/stream?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(Duration.ofSeconds(1));

            assertThat(site.get("/api/v1/world").statusCode()).isEqualTo(200);
            try (var stream = stream("/api/v1/events/stream?after=19990")) {
                assertThat(ids(stream, 10)).hasSize(10);
            }
            var reader = reader(sleeper.getInputStream());
            assertThat(ids(reader, 20_000))
                    .isEqualTo(LongStream.rangeClosed(1, 20_000).boxed().toList());
        }
    }

    @Test
    void streamsEndWhenTheServerStops() throws Exception {
        var stream = stream("/api/v1/events/stream");
        var reader = reader(stream);
        reader.readLine();

        long begin = System.nanoTime();
        site.server.close();
        while (reader.readLine() != null) {
            // To its end.
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void noMoreStreamsAreOpenThanTheServerHoldsAndTheClosedOnesMakeRoom() throws Exception {
        var open = new ArrayList<Socket>();
        for (int i = 0; i < 256; i++) {
            var socket = new Socket("127.0.0.1", site.server.port());
            socket.getOutputStream()
                    .write("GET /api/v1/events/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(reader(socket.getInputStream()).readLine()).contains("200");
            open.add(socket);
        }

        var refused = site.get("/api/v1/events/stream");
        for (var socket : open) {
            socket.close();
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        while (status() == 503) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private int status() throws Exception {
        var request = site.request("GET", "/api/v1/events/stream", "");
        var answer = site.client.send(request, BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private void happen(int times) {
        for (int i = 0; i < times; i++) {
            site.kernel.feed.happened("test.small.v1", "test", TestCity.BEN, "{\"i\":%d}".formatted(i));
        }
    }

    private InputStream stream(String path, String... headers) throws Exception {
        var answer = site.client.send(site.request("GET", path, "", headers), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return answer.body();
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static List<Long> ids(InputStream in, int count) throws Exception {
        return ids(reader(in), count);
    }

    private static List<Long> ids(BufferedReader reader, int count) throws Exception {
        var ids = new ArrayList<Long>();
        while (ids.size() < count) {
            var line = nextLine(reader);
            if (line.startsWith("id:")) {
                ids.add(Long.valueOf(line.substring(3).strip()));
            }
        }
        return ids;
    }

    private static String nextLine(BufferedReader reader) throws Exception {
        return Objects.requireNonNull(reader.readLine(), "the stream has ended");
    }
}
