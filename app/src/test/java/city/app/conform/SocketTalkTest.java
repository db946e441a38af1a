package city.app.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTalkTest {
    private final Exam exam = new Exam(() -> 0);
    private final SocketTalk talk = new SocketTalk(exam, "/ws/agents/7");

    @BeforeEach
    void connect() {
        exam.listens();
        exam.asked(1);
        exam.answered(new Answer(OptionalLong.of(1), "rest"));
        exam.settled(new Outcome(OptionalLong.of(1), 200, "", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1002, 1003, 1007, 1008, 1009})
    void aSocketThatEndsForWhatTheMindDidIsItsFault(int code) {
        talk.fromCity(new CloseWebSocketFrame(code, "no"));

        assertThat(exam.verdict().lines())
                .contains("wrong  ended      the city ends its connection: %d no".formatted(code));
    }

    /// The city stops, breaks, is full, or has said by an `error` whom it does not admit.
    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1011, 1012, 1013, 4401, 4403, 4404})
    void aSocketThatTheCityEndsForReasonsOfItsOwnIsNot(int code) {
        talk.fromCity(new CloseWebSocketFrame(code, "the city stops"));

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void whoLeavesIsNotThrownOut() {
        talk.fromMind(new CloseWebSocketFrame(1008, "I do not like it"));
        talk.fromCity(new CloseWebSocketFrame(1008, "I do not like it"));

        assertThat(exam.verdict().isFine()).isTrue();
    }
}
