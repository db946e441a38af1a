package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may open a socket, how many, and what one that behaves badly does to others: nothing.
class LiveSocketLimitsTest {
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
    void aClientThatDoesNotReadHoldsNobodyUp() throws Exception {
        var large = "{\"text\":\"" + "x".repeat(2000) + "\"}";
        for (int i = 0; i < 10_000; i++) {
            site.kernel.feed.happened("test.large.v1", "test", TestCity.ADA, large);
        }

        try (var sleeper = handshake("127.0.0.1", "Origin: http://127.0.0.1")) {
            assertThat(sleeper.getInputStream().read()).isEqualTo('H');
            sleeper.getOutputStream().write(masked("{\"type\":\"subscribe\",\"id\":\"all\",\"after\":0}"));
            Thread.sleep(Duration.ofSeconds(1));

            try (var other = new LiveClient(site)) {
                other.send("{\"type\":\"subscribe\",\"id\":\"all\",\"after\":9990}");
                assertThat(other.events(10)).hasSize(10);
            }
            assertThat(site.get("/api/v1/world").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void pagesOfOtherSitesOpenNoSocket() {
        for (var origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + site.server.port())) {
            assertThatThrownBy(() -> new LiveClient(site, "Origin", origin))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            it -> assertThat(it.getResponse().statusCode()).isEqualTo(403));
        }
        assertThatThrownBy(() -> new LiveClient(site, "Sec-Fetch-Site", "cross-site"))
                .cause()
                .isInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void aForeignNameOpensNoSocket() throws Exception {
        try (var rebound = handshake("evil.example", "Connection: Upgrade")) {
            var answer = new String(rebound.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 421");
        }
    }

    @Test
    void aMessageThatIsTooLongEndsTheSocket() throws Exception {
        try (var client = new LiveClient(site)) {
            client.next("hello");
            client.send("{\"type\":\"" + "x".repeat(20_000) + "\"}");

            assertThat(client.closing()).isEqualTo(1009);
        }
    }

    @Test
    void aMessageThatNeverEndsEndsTheSocketToo() throws Exception {
        try (var client = new LiveClient(site)) {
            client.next("hello");
            for (int sent = 0; sent <= 16_384; sent += 64) {
                client.sendPart("x".repeat(64));
            }

            assertThat(client.closing()).isEqualTo(1009);
        }
    }

    @Test
    void aMessageMayComeInParts() throws Exception {
        try (var client = new LiveClient(site)) {
            client.sendPart("{\"type\":\"unsubscribe\",");
            client.sendPart("\"id\":\"n");
            client.send("öne\"}");

            assertThat(client.next("unsubscribed").get("id").text()).isEqualTo("nöne");
        }
    }

    @Test
    void noMoreSocketsAreOpenThanTheServerHoldsAndTheClosedOnesMakeRoom() throws Exception {
        var open = new ArrayList<LiveClient>();
        for (int i = 0; i < 64; i++) {
            var client = new LiveClient(site);
            client.next("hello");
            open.add(client);
        }

        try (var oneMore = new LiveClient(site)) {
            assertThat(oneMore.closing()).isEqualTo(1013);
        }
        open.forEach(LiveClient::close);
        Thread.sleep(Duration.ofMillis(500));
        try (var later = new LiveClient(site)) {
            assertThat(later.next("hello").get("city").text()).isEqualTo("default");
        }
    }

    @Test
    void socketsEndInOrderWhenTheServerStops() throws Exception {
        try (var client = new LiveClient(site)) {
            client.next("hello");

            site.server.close();

            assertThat(client.closing()).isEqualTo(1001);
        }
    }

    private Socket handshake(String host, String header) throws Exception {
        var socket = new Socket("127.0.0.1", site.server.port());
        socket.getOutputStream()
                .write(("GET /ws HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s\r\n\r\n")
                        .formatted(host, header)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /// A text frame of less than 126 bytes, under the mask zero.
    private static byte[] masked(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        var frame = new byte[bytes.length + 6];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        return frame;
    }
}
