package city.adapter.llm;

import static city.adapter.llm.Fixtures.KEY;
import static city.adapter.llm.Fixtures.LIMITS;
import static city.adapter.llm.Fixtures.SCHEMA;
import static city.adapter.llm.Fixtures.UNLIMITED;
import static city.adapter.llm.Fixtures.WAIT;
import static city.adapter.llm.Fixtures.inOrder;
import static city.adapter.llm.Fixtures.open;
import static city.adapter.llm.Fixtures.provider;
import static city.adapter.llm.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Answer;
import city.agents.spi.ModelReply.Malformed;
import city.agents.spi.ModelReply.RateLimited;
import city.agents.spi.ModelReply.Refused;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import city.agents.spi.ModelUsage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each wire format: what goes out, and what each thing that comes back is taken for.
class WireFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration SOON = Duration.ofMillis(600);

    /// For a machine that does other things too.
    private static final Duration SLACK = Duration.ofMillis(1_400);

    @BeforeAll
    static void warmUp() {
        Fixtures.warmUp();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerComesWithWhatItCost(WireFormat format) {
        var reply = ask(format, new Deed.Answer(WAIT, 1_000, 20));

        assertThat(reply).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.text()).isEqualTo(WAIT);
            assertThat(answer.provider()).isEqualTo("here");
            assertThat(answer.model()).isEqualTo("stub-model");
            // 1,000 × 0.15 and 20 × 0.60 millionths.
            assertThat(answer.usage()).isEqualTo(ModelUsage.ofCall(1_000, 20, 162));
            assertThat(answer.latency()).isBetween(Duration.ofNanos(1), SOON);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionGoesWhereAndHowTheProviderWantsIt(WireFormat format) throws IOException {
        try (var stub = StubProvider.start(format);
                var adapter = open(inOrder(provider("here", format, stub, LIMITS)))) {
            stub.always(Deed.answer(WAIT));

            adapter.ask(request(SOON), UNLIMITED);

            var call = stub.calls().getFirst();
            var body = JSON.readTree(call.body());
            assertThat(call.method()).isEqualTo("POST");
            assertThat(body.path("model").asText()).isEqualTo("stub-model");
            assertThat(body.path("stream").asBoolean()).isFalse();
            switch (format) {
                case OPENAI -> assertOpenAi(call.path(), call.headers(), body);
                case ANTHROPIC -> assertAnthropic(call.path(), call.headers(), body);
                case OLLAMA -> assertOllama(call.path(), call.headers(), body);
            }
        }
    }

    @Test
    void aModelThatIsNotHeldToASchemaIsToldIt() {
        try (var stub = StubProvider.start(WireFormat.OPENAI);
                var adapter = open(inOrder(new ProviderSettings(
                        "here",
                        ProviderKind.OPENAI_COMPATIBLE,
                        stub.baseUrl(),
                        ApiKey.none(),
                        "stub-model",
                        false,
                        Price.free(),
                        LIMITS)))) {
            stub.always(Deed.answer("```json\n" + WAIT + "\n```"));

            assertThat(adapter.ask(request(SOON), UNLIMITED).text()).isEqualTo(WAIT);

            var call = stub.calls().getFirst();
            assertThat(call.headers()).doesNotContainKey("authorization");
            assertThat(call.body())
                    .contains("additionalProperties", "\"max_tokens\" : 200")
                    .doesNotContain("response_format", "max_completion_tokens");
        }
    }

    private static void assertOpenAi(String path, Map<String, String> headers, JsonNode body) throws IOException {
        assertThat(path).isEqualTo("/v1/chat/completions");
        assertThat(headers).containsEntry("authorization", "Bearer " + KEY).doesNotContainKey("x-api-key");
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(body.at("/messages/0/content").asText()).isEqualTo("You are Ann, a baker.");
        assertThat(body.at("/messages/1/content").asText()).isEqualTo("It rains.");
        assertThat(body.at("/max_completion_tokens").asInt()).isEqualTo(200);
        assertThat(body.has("max_tokens")).isFalse();
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(body.at("/response_format/json_schema/schema")).isEqualTo(JSON.readTree(SCHEMA));
    }

    private static void assertAnthropic(String path, Map<String, String> headers, JsonNode body) throws IOException {
        assertThat(path).isEqualTo("/v1/messages");
        assertThat(headers)
                .containsEntry("x-api-key", KEY)
                .containsEntry("anthropic-version", "2023-06-01")
                .doesNotContainKey("authorization");
        assertThat(body.at("/system/0/text").asText()).isEqualTo("You are Ann, a baker.");
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(body.at("/max_tokens").asInt()).isEqualTo(200);
        assertThat(body.at("/output_config/format/type").asText()).isEqualTo("json_schema");
        assertThat(body.at("/output_config/format/schema")).isEqualTo(JSON.readTree(SCHEMA));
    }

    private static void assertOllama(String path, Map<String, String> headers, JsonNode body) throws IOException {
        assertThat(path).isEqualTo("/api/chat");
        assertThat(headers).doesNotContainKeys("authorization", "x-api-key");
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(body.at("/messages/1/content").asText()).isEqualTo("It rains.");
        assertThat(body.at("/options/num_predict").asInt()).isEqualTo(200);
        assertThat(body.at("/format")).isEqualTo(JSON.readTree(SCHEMA));
    }

    @ParameterizedTest
    @EnumSource
    void silenceIsTimedOutByTheDeadline(WireFormat format) {
        var reply = assertReply(TimedOut.class, format, new Deed.Hang());

        assertThat(reply.provider()).isEqualTo("here");
        assertThat(reply.model()).isEqualTo("stub-model");
    }

    /// The JDK's own timeout of a request ends with the head of the reply.
    @ParameterizedTest
    @EnumSource
    void silenceInTheMiddleOfAReplyIsTimedOutByTheDeadline(WireFormat format) {
        assertReply(TimedOut.class, format, new Deed.HangInBody());
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatBreaksIsUnavailableAndCountsInFull(WireFormat format) {
        var reply = assertReply(Unavailable.class, format, new Deed.Break());

        // The provider had the question, and charges for what it has thought; nobody hears how much.
        assertThat(reply.usage().calls()).isEqualTo(1);
        assertThat(reply.usage().outputTokens()).isEqualTo(200);
        assertThat(reply.usage().inputTokens()).isGreaterThan(SCHEMA.length());
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenProviderIsUnavailable(WireFormat format) {
        var reply = assertReply(Unavailable.class, format, Deed.status(500));

        assertThat(reply.detail()).startsWith("here: HTTP 500").contains("as the test wants it");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatTheProviderDoesNotTakeIsUnavailable(WireFormat format) {
        assertReply(Unavailable.class, format, Deed.status(400));
        assertReply(Unavailable.class, format, Deed.status(404));
    }

    @ParameterizedTest
    @EnumSource
    void aProviderThatWantsFewerQuestionsSaysForHowLong(WireFormat format) {
        var reply = assertReply(RateLimited.class, format, new Deed.Raw(429, Map.of("Retry-After", "7"), "{}"));

        assertThat(reply.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoJsonIsMalformed(WireFormat format) {
        var reply = assertReply(Malformed.class, format, new Deed.Raw(200, Map.of(), "<html>busy</html>"));

        // It does not say what it cost, so it counts as dear as it can have been.
        assertThat(reply.usage().outputTokens()).isEqualTo(200);
        assertThat(reply.usage().inputTokens()).isGreaterThan(SCHEMA.length());
        assertThat(reply.text()).isEqualTo("<html>busy</html>");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsJsonOfAnotherKindIsMalformed(WireFormat format) {
        assertReply(Malformed.class, format, new Deed.Raw(200, Map.of(), "{\"error\":\"no such thing\"}"));
        assertReply(Malformed.class, format, new Deed.Raw(200, Map.of(), "[]"));
        assertReply(Malformed.class, format, new Deed.Raw(200, Map.of(), ""));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatDoesNotFitTheSchemaIsMalformed(WireFormat format) {
        for (var misfit : new String[] {
            "{\"action\":\"fly\",\"why\":\"\"}",
            "{\"action\":\"wait\"}",
            "{\"action\":\"wait\",\"why\":\"\",\"also\":1}",
            WAIT + WAIT,
            "Sure! " + WAIT,
            ""
        }) {
            var reply = assertReply(Malformed.class, format, Deed.answer(misfit));

            assertThat(reply.usage()).isEqualTo(ModelUsage.ofCall(50, 5, 11));
            assertThat(reply.text()).isEqualTo(misfit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatWasCutOffIsMalformed(WireFormat format) {
        var reply = assertReply(Malformed.class, format, new Deed.CutOff(WAIT));

        assertThat(reply.detail()).contains("cut off");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
    void aRefusalIsARefusal(WireFormat format) {
        assertReply(Refused.class, format, new Deed.Refuse("I will not do that."));
    }

    /// It has no word for it, so a refusal is an answer that fits no schema.
    @Test
    void aRefusalOfOllamaIsMalformed() {
        assertReply(Malformed.class, WireFormat.OLLAMA, new Deed.Refuse("I will not do that."));
    }

    private static <F extends ModelReply.Failure> F assertReply(Class<F> type, WireFormat format, Deed deed) {
        var reply = ask(format, deed);

        assertThat(reply).isInstanceOf(type);
        return type.cast(reply);
    }

    private static ModelReply ask(WireFormat format, Deed deed) {
        try (var stub = StubProvider.start(format);
                var adapter = open(inOrder(provider("here", format, stub, LIMITS)))) {
            stub.always(deed);
            var begun = System.nanoTime();

            var reply = adapter.ask(request(SOON), UNLIMITED);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON.plus(SLACK));
            return reply;
        }
    }
}
