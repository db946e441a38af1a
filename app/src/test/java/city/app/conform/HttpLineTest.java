package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLineTest {
    private static final UUID AGENT = new UUID(7, 7);
    private static final URI CITY = URI.create("http://127.0.0.1:8080");

    private final Exam exam = new Exam(() -> 0);
    private final EmbeddedChannel mind = new Connection();
    private final EmbeddedChannel city = new Connection();

    @BeforeEach
    void join() {
        new HttpLine(exam, mind, city, CITY, AGENT).join();
    }

    @AfterEach
    void end() {
        mind.finishAndReleaseAll();
        city.finishAndReleaseAll();
    }

    @Test
    void aPollThatIsUnderWayIsALook() {
        poll(AGENT);

        assertThat(exam.hasLooked()).isTrue();
    }

    @Test
    void aPollThatIsNotAdmittedIsNone() {
        poll(AGENT);
        tell(401, "{\"detail\": \"show the token\"}");

        assertThat(exam.hasLooked()).isFalse();
        assertThat(exam.verdict().lines())
                .anyMatch(it -> it.startsWith("wrong  token ") && it.endsWith("show the token"));
    }

    private void poll(UUID resident) {
        say(
                mind,
                "GET /api/v1/agents/%s/mind/questions?wait=20 HTTP/1.1".formatted(resident),
                "Host: localhost:80",
                "");
    }

    private void tell(int status, String body) {
        say(city, "HTTP/1.1 %d X".formatted(status), "Content-Length: " + body.length(), body);
    }

    /// @param lines of the head, and the body
    private static void say(EmbeddedChannel end, String... lines) {
        int head = lines.length - 1;
        var text = String.join("\r\n", Arrays.copyOf(lines, head)) + "\r\n\r\n" + lines[head];
        end.writeInbound(Unpooled.copiedBuffer(text, UTF_8));
    }

    /// That has an address, as those of a network do.
    private static final class Connection extends EmbeddedChannel {
        @Override
        protected SocketAddress localAddress0() {
            return new InetSocketAddress("127.0.0.1", 80);
        }
    }
}
