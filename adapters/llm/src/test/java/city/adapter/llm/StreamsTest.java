package city.adapter.llm;

import static city.adapter.llm.Fixtures.SCHEMA;
import static city.adapter.llm.Fixtures.UNLIMITED;
import static city.adapter.llm.Fixtures.WAIT;
import static city.adapter.llm.Fixtures.inOrder;
import static city.adapter.llm.Fixtures.open;
import static city.adapter.llm.Fixtures.provider;
import static city.adapter.llm.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.Deed.EndlessTrickle;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Answer;
import city.agents.spi.ModelReply.Malformed;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import city.agents.spi.ModelUsage;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Replies that come bit by bit, and replies that are streams, which nobody asked for.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StreamsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Duration SHORT = Duration.ofMillis(600);

    /// For a machine that does other things too.
    private static final Duration SLACK = Duration.ofMillis(1_400);

    /// Many times shorter than what a provider has, so that time from the last byte would never be over.
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Deed.Answer ANSWER = new Deed.Answer(WAIT, 1_000, 20);

    @BeforeAll
    static void warmUp() {
        Fixtures.warmUp();
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatTricklesInIsReadLikeAnyOther(WireFormat format) {
        var trickle = new Deed.Trickle(ANSWER, 40, Duration.ofMillis(5));

        assertThat(ask(format, trickle, LONG, LONG)).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.text()).isEqualTo(WAIT);
            assertThat(answer.usage()).isEqualTo(ModelUsage.ofCall(1_000, 20, 162));
            assertThat(answer.latency()).as("to the last byte").isGreaterThan(Duration.ofMillis(40 * 5));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatTricklesInTooSlowlyIsTimedOut(WireFormat format) {
        var trickle = new Deed.Trickle(ANSWER, 200, PAUSE);

        assertGivesUp(format, trickle, SHORT, LONG);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatTricklesInAndBreaksIsUnavailable(WireFormat format) {
        var reply = ask(format, new Deed.BreakInTrickle(), LONG, LONG);

        assertThat(reply).isInstanceOf(Unavailable.class);
        assertThat(reply.usage().outputTokens()).as("it may be charged for").isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyWithoutEndIsTimedOutByTheDeadline(WireFormat format) {
        assertGivesUp(format, new EndlessTrickle(EndlessTrickle.Part.BODY, PAUSE), SHORT, LONG);
        assertGivesUp(format, new EndlessTrickle(EndlessTrickle.Part.HEAD, PAUSE), SHORT, LONG);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyWithoutEndIsTimedOutByTheProvidersTimeout(WireFormat format) {
        assertGivesUp(format, new EndlessTrickle(EndlessTrickle.Part.BODY, PAUSE), LONG, SHORT);
        assertGivesUp(format, new EndlessTrickle(EndlessTrickle.Part.HEAD, PAUSE), LONG, SHORT);
    }

    /// The whole answer stands in it, but it is not what was asked for, and who sends it does not keep to the format.
    @ParameterizedTest
    @EnumSource
    void aStreamIsMalformed(WireFormat format) {
        assertIsUnreadable(ask(format, new Deed.EventStream(ANSWER, 5), LONG, LONG));
    }

    /// The first line of Ollama's is then the answer, but whether it is the whole only the last one tells.
    @ParameterizedTest
    @EnumSource
    void aStreamWhoseFirstPieceIsTheAnswerIsMalformed(WireFormat format) {
        assertIsUnreadable(ask(format, new Deed.EventStream(ANSWER, 1), LONG, LONG));
    }

    @Test
    void aReplyOfOllamaThatIsNotDoneIsMalformed() {
        var first =
                "{\"message\":{\"role\":\"assistant\",\"content\":\"{\\\"action\\\":\\\"wait\\\",\\\"why\\\":\\\"\\\"}\"},"
                        + "\"done\":false}";

        assertIsUnreadable(ask(WireFormat.OLLAMA, new Deed.Raw(200, Map.of(), first), LONG, LONG));
    }

    /// Ollama streams where the question does not say that it must not.
    @ParameterizedTest
    @EnumSource
    void aStreamIsNeverAskedFor(ProviderKind kind) throws IOException {
        var format =
                switch (kind) {
                    case OPENAI, OPENAI_COMPATIBLE -> WireFormat.OPENAI;
                    case ANTHROPIC -> WireFormat.ANTHROPIC;
                    case OLLAMA -> WireFormat.OLLAMA;
                };
        var key = kind == ProviderKind.OLLAMA ? ApiKey.none() : new ApiKey("sk-1");
        try (var stub = StubProvider.start(format);
                var adapter = open(inOrder(new ProviderSettings(
                        "here", kind, stub.baseUrl(), key, "stub-model", true, Price.free(), limits(LONG))))) {
            stub.always(ANSWER);

            adapter.ask(request(LONG), UNLIMITED);

            var stream = JSON.readTree(stub.calls().getFirst().body()).path("stream");
            assertThat(stream.asBoolean()).isFalse();
            assertThat(stream.isBoolean() || kind != ProviderKind.OLLAMA).isTrue();
        }
    }

    /// In time, with its connection closed, and with room for the next question.
    private static void assertGivesUp(WireFormat format, Deed deed, Duration within, Duration answerTimeout) {
        try (var stub = StubProvider.start(format);
                var adapter = open(inOrder(provider("here", format, stub, limits(answerTimeout))))) {
            stub.next(deed);
            stub.always(ANSWER);
            var begun = System.nanoTime();

            var reply = adapter.ask(request(within), UNLIMITED);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SHORT, SHORT.plus(SLACK));
            assertThat(reply).isInstanceOf(TimedOut.class);
            assertThat(reply.usage().outputTokens()).as("it may be charged for").isEqualTo(200);
            Await.until(LONG, () -> stub.connections() == 0);
            assertThat(adapter.ask(request(LONG), UNLIMITED)).isInstanceOf(Answer.class);
        }
    }

    private static void assertIsUnreadable(ModelReply reply) {
        assertThat(reply).isInstanceOfSatisfying(Malformed.class, it -> {
            assertThat(it.detail()).isEqualTo("here: the reply cannot be read");
            // Nobody adds up what a stream says that it cost, so it counts as dear as it can have been.
            assertThat(it.usage().outputTokens()).isEqualTo(200);
            assertThat(it.usage().inputTokens()).isGreaterThan(SCHEMA.length());
        });
    }

    private static ModelReply ask(WireFormat format, Deed deed, Duration within, Duration answerTimeout) {
        try (var stub = StubProvider.start(format);
                var adapter = open(inOrder(provider("here", format, stub, limits(answerTimeout))))) {
            stub.always(deed);

            return adapter.ask(request(within), UNLIMITED);
        }
    }

    /// One call at a time: who does not give its place back is found out by the next.
    private static Limits limits(Duration answerTimeout) {
        return new Limits(answerTimeout, 1, 10_000, 100, Duration.ofMillis(300));
    }
}
