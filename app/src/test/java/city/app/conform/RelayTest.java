package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A relay before a city that answers every call by its method and address.
class RelayTest {
    private static final UUID AGENT = new UUID(7, 7);

    private final Exam exam = new Exam(() -> 0);
    private final AtomicInteger calls = new AtomicInteger();
    private final Relay relay = new Relay(exam, calls::incrementAndGet);
    private HttpServer city;
    private Headers heard = new Headers();
    private int port;

    @BeforeEach
    void open() throws IOException {
        city = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        city.createContext("/", exchange -> {
            heard = exchange.getRequestHeaders();
            var answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI()).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        city.start();
        var url = URI.create("http://127.0.0.1:" + city.getAddress().getPort());
        port = relay.listen(0, city.getAddress(), (mind, it) -> new HttpLine(exam, mind, it, url, AGENT));
    }

    @AfterEach
    void close() {
        relay.close();
        city.stop(0);
    }

    @Test
    void aCallIsPassedOnInTheCitysNameAndUncompressed() throws Exception {
        var answer = say("GET /a?b=1 HTTP/1.1", "Host: 127.0.0.1:" + port, "Accept-Encoding: gzip", "Authorization: x");

        assertThat(answer).startsWith("HTTP/1.1 200 OK").endsWith("GET /a?b=1");
        assertThat(heard.getFirst("Host"))
                .isEqualTo("127.0.0.1:" + city.getAddress().getPort());
        assertThat(heard.getFirst("Authorization")).isEqualTo("x");
        assertThat(heard).doesNotContainKey("Accept-encoding");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aBrowserIsNotPassedOn() throws Exception {
        assertThat(say("GET /a HTTP/1.1", "Host: 127.0.0.1:" + port, "Origin: http://127.0.0.1:" + port))
                .startsWith("HTTP/1.1 403 ");
        assertThat(say("GET /a HTTP/1.1", "Host: city.example:" + port)).startsWith("HTTP/1.1 403 ");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsNoMessageIsTold() throws Exception {
        say("GET /a HTTP/1.1", "Host: 127.0.0.1:" + port, "Transfer-Encoding: chunked", "", "zzz");
        int mqtt = relay.listen(0, city.getAddress(), (mind, it) -> new MqttLine(exam, mind, it, AGENT));
        say(mqtt, "GET /a HTTP/1.1");

        assertThat(exam.verdict().lines())
                .anyMatch(it -> it.startsWith("wrong  malformed  what it says cannot be read: no HTTP"))
                .contains("wrong  malformed  what it says cannot be read: no packet of MQTT");
    }

    @Test
    void aCutLineEndsCallsAndCountsThoseThatTry() throws Exception {
        try (var open = new Socket("127.0.0.1", port)) {
            open.getOutputStream().write("GET /".getBytes(UTF_8));
            while (calls.get() == 0) {
                Thread.onSpinWait();
            }
            relay.cut();
            assertThat(open.getInputStream().read()).isEqualTo(-1);
        }
        for (int knock = 0; knock < 10; knock++) {
            assertThat(say("GET /a HTTP/1.1", "Host: 127.0.0.1:" + port)).isEmpty();
        }
        relay.mend();

        assertThat(say("GET /a HTTP/1.1", "Host: localhost:" + port)).startsWith("HTTP/1.1 200 OK");
        assertThat(exam.verdict().lines()).anyMatch(it -> it.startsWith("wrong  hasty      it calls in vain 10 times"));
    }

    @Test
    void whereNobodyAnswersIsNoted() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        int mqtt = relay.listen(
                0, new InetSocketAddress("127.0.0.1", nobody), (mind, it) -> new MqttLine(exam, mind, it, AGENT));

        assertThat(say(mqtt, "")).isEmpty();
        assertThat(exam.verdict().lines())
                .contains("note              nobody answers at 127.0.0.1:%d".formatted(nobody));
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatThrownBy(
                        () -> relay.listen(port, city.getAddress(), (mind, it) -> new MqttLine(exam, mind, it, AGENT)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + port);
    }

    private String say(String... lines) throws IOException {
        return say(port, lines);
    }

    /// What is answered until the connection ends.
    private static String say(int port, String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(UTF_8);
        } catch (SocketException cut) {
            return "";
        }
    }
}
