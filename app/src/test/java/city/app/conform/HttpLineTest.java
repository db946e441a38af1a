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

/// A mind that speaks for two residents, one of which is examined.
class HttpLineTest {
    private static final UUID AGENT = new UUID(7, 7);
    private static final UUID OTHER = new UUID(8, 8);
    private static final URI CITY = URI.create("http://127.0.0.1:8080");
    private static final String ANSWER = "{\"question\": 1, \"action\": {\"type\": \"rest\"}}";

    private long millis;
    private final Exam exam = new Exam(() -> millis);
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

    @Test
    void whatItDoesForAnotherResidentIsItsOwnBusiness() {
        poll(OTHER);
        tell(200, "{\"items\": [{\"question\": 1}]}");
        answer(OTHER);
        tell(422, "{\"detail\": \"action.minutes must be given\"}");
        poll(OTHER);
        tell(401, "{\"detail\": \"show the token\"}");

        assertThat(exam.hasLooked()).isFalse();
        assertThat(exam.hasAnswered()).isFalse();
        assertThat(exam.verdict().lines())
                .satisfiesExactly(
                        summary -> assertThat(summary).startsWith("0 questions, 0 answers done"),
                        silent -> assertThat(silent).startsWith("wrong  silent     it asked for no question"),
                        end -> assertThat(end).isEqualTo("the mind must be mended"));
    }

    @Test
    void whatItDoesForItsResidentIsJudged() {
        poll(AGENT);
        tell(200, "{\"items\": [{\"question\": 1}]}");
        answer(AGENT);
        tell(422, "{\"detail\": \"action.minutes must be given\"}");

        assertThat(exam.verdict().lines())
                .containsExactly(
                        "1 questions, 0 answers done, 0 refused by the rules",
                        "wrong  malformed  question 1: action.minutes must be given",
                        "the mind must be mended");
    }

    @Test
    void aPollThatTheCityCannotAnswerSaysNothingOfWhatIsOpen() {
        poll(AGENT);
        tell(503, "{\"detail\": \"the city waits for its record\"}");
        millis = 5_000;
        poll(AGENT);
        tell(200, "{\"items\": [{\"question\": 1}]}");
        answer(AGENT);
        tell(409, "{\"refusal\": \"too_late\"}");

        assertThat(exam.verdict().lines()).noneMatch(it -> it.startsWith("wrong  late"));
    }

    private void poll(UUID resident) {
        say(
                mind,
                "GET /api/v1/agents/%s/mind/questions?wait=20 HTTP/1.1".formatted(resident),
                "Host: localhost:80",
                "");
    }

    private void answer(UUID resident) {
        say(
                mind,
                "POST /api/v1/agents/%s/mind/answers HTTP/1.1".formatted(resident),
                "Host: localhost:80",
                "Content-Length: " + ANSWER.length(),
                ANSWER);
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
