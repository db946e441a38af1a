package city.adapter.llm.embedding;

import static city.adapter.llm.embedding.VectorReplies.body;
import static city.adapter.llm.embedding.VectorReplies.json;
import static city.adapter.llm.embedding.VectorReplies.texts;
import static city.adapter.llm.embedding.VectorReplies.vector;
import static city.adapter.llm.embedding.VectorReplies.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.adapter.llm.ApiKey;
import city.adapter.llm.EmbedderSettings;
import city.adapter.llm.Embedders;
import city.adapter.llm.Price;
import city.adapter.llm.ProviderKind;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.memory.domain.Embedding;
import city.memory.spi.Embedder.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Through real sockets, in the formats of OpenAI and of Ollama.
class RemoteEmbedderTest {
    private static final String KEY = "sk-secret-0123456789";
    private static final int DIMENSION = 768;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    /// On a machine that is busy with other things as well.
    private static final Duration SOON = Duration.ofSeconds(8);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANTHROPIC")
    void textsGoOutInBatchesAndTheirVectorsComeBackInOrder(WireFormat format) {
        var texts = IntStream.range(0, 70).mapToObj(i -> "memory no. " + i).toList();
        try (var stub = StubProvider.start(format);
                var embedder = open(stub, format, LONG)) {
            stub.always(vectors(format, DIMENSION));

            var embeddings = embedder.embed(texts);

            assertThat(embeddings)
                    .isEqualTo(texts.stream()
                            .map(it -> Embedding.of(vector(it, DIMENSION)))
                            .toList());
            assertThat(stub.calls()).extracting(it -> texts(it).size()).containsExactly(32, 32, 6);
            assertThat(stub.calls())
                    .allSatisfy(it -> assertThat(it.path())
                            .isEqualTo(format == WireFormat.OPENAI ? "/v1/embeddings" : "/api/embed"));
        }
    }

    @Test
    void openAiIsAskedForSoManyComponentsWithTheKey() {
        try (var stub = StubProvider.start(WireFormat.OPENAI);
                var embedder = open(stub, WireFormat.OPENAI, LONG)) {
            stub.always(vectors(WireFormat.OPENAI, DIMENSION));

            embedder.embed(List.of("a loaf"));

            var call = stub.calls().getFirst();
            assertThat(call.headers()).containsEntry("authorization", "Bearer " + KEY);
            assertThat(json(call).path("dimensions").asInt()).isEqualTo(DIMENSION);
            assertThat(json(call).path("model").asText()).isEqualTo("stub-model");
        }
    }

    @Test
    void whatImitatesOpenAiDecidesItselfAndNeedsNoKey() {
        try (var stub = StubProvider.start(WireFormat.OPENAI)) {
            var settings = EmbedderSettings.Remote.standard(
                    ProviderKind.OPENAI_COMPATIBLE, stub.baseUrl(), ApiKey.none(), "stub-model", DIMENSION);
            try (var embedder = Embedders.of(settings, VectorReplies.UNLIMITED, System::nanoTime)) {
                stub.always(vectors(WireFormat.OPENAI, DIMENSION));

                assertThat(embedder.space()).isEqualTo("openai-compatible/stub-model/768");
                assertThat(embedder.embed(List.of("a loaf"))).hasSize(1);

                assertThat(stub.calls().getFirst().headers()).doesNotContainKey("authorization");
                assertThat(json(stub.calls().getFirst()).has("dimensions")).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANTHROPIC")
    void aLateAnswerIsWaitedForAndAHangingOneIsNot(WireFormat format) {
        try (var stub = StubProvider.start(format);
                var patient = open(stub, format, LONG);
                var hasty = open(stub, format, SHORT)) {
            stub.next(new Deed.Late(Duration.ofMillis(600), vectors(format, DIMENSION)));
            assertThat(patient.embed(List.of("a loaf"))).hasSize(1);

            stub.next(
                    new Deed.Hang(),
                    new Deed.HangInBody(),
                    new Deed.EndlessTrickle(Deed.EndlessTrickle.Part.BODY, Duration.ofMillis(50)));
            assertFailsSoon(hasty, "no reply in time");
            assertFailsSoon(hasty, "no reply in time");
            assertFailsSoon(hasty, "no reply in time");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANTHROPIC")
    void aProviderThatWantsFewerQuestionsSaysForHowLong(WireFormat format) {
        try (var stub = StubProvider.start(format);
                var embedder = open(stub, format, LONG)) {
            stub.always(new Deed.Raw(429, Map.of("Retry-After", "7"), "{}"));

            var failure = catchThrowableOfType(Unavailable.class, () -> embedder.embed(List.of("a loaf")));

            assertThat(failure).hasMessageContaining("HTTP 429");
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANTHROPIC")
    void whatCannotBeUsedIsRefusedAndSaysWhy(WireFormat format) {
        var vector = body(format, List.of(vector("a loaf", DIMENSION)));
        var faults = Map.of(
                vectors(format, 384),
                "dimension must be 768: 384",
                raw(body(format, List.of())),
                "",
                raw(vector.replaceFirst("\\[(-?[0-9.]+)", "[1e999")),
                "",
                raw("{\"is\":\"garbage\"}"),
                "",
                raw("no JSON at all"),
                "",
                raw(""),
                "",
                Deed.status(500),
                "HTTP 500",
                Deed.status(404),
                "HTTP 404",
                (Deed) new Deed.Break(),
                "");
        faults.forEach((fault, words) -> {
            try (var stub = StubProvider.start(format);
                    var embedder = open(stub, format, LONG)) {
                stub.always(fault);
                assertFailsSoon(embedder, words);
            }
        });
    }

    @Test
    void tooLongAReplyIsNotReadToItsEnd() {
        try (var stub = StubProvider.start(WireFormat.OLLAMA);
                var embedder = open(stub, WireFormat.OLLAMA, LONG)) {
            stub.always(raw(" ".repeat(2_000_000)));

            assertFailsSoon(embedder, "body exceeds capacity");
        }
    }

    @Test
    void noFaultBringsTheKeyIntoAMessage() {
        var echo = "{\"error\":\"the key %s is not right\"}".formatted(KEY);
        Stream.of(401, 400, 429, 500)
                .map(status -> (Deed) new Deed.Raw(status, Map.of(), echo))
                .forEach(fault -> {
                    try (var stub = StubProvider.start(WireFormat.OPENAI);
                            var embedder = open(stub, WireFormat.OPENAI, LONG)) {
                        stub.always(fault);

                        assertThatThrownBy(() -> embedder.embed(List.of("a loaf")))
                                .isInstanceOf(Unavailable.class)
                                .hasNoCause()
                                .message()
                                .contains("openai/stub-model/768")
                                .doesNotContain(KEY);
                    }
                });
    }

    private static Deed raw(String body) {
        return new Deed.Raw(200, Map.of(), body);
    }

    private static CachedEmbedder open(StubProvider stub, WireFormat format, Duration timeout) {
        var isOllama = format == WireFormat.OLLAMA;
        var settings = new EmbedderSettings.Remote(
                isOllama ? ProviderKind.OLLAMA : ProviderKind.OPENAI,
                stub.baseUrl(),
                isOllama ? ApiKey.none() : new ApiKey(KEY),
                "stub-model",
                DIMENSION,
                Price.free(),
                timeout,
                32,
                0);
        return Embedders.of(settings, VectorReplies.UNLIMITED, System::nanoTime);
    }

    private static void assertFailsSoon(CachedEmbedder embedder, String words) {
        long begun = System.nanoTime();

        assertThatThrownBy(() -> embedder.embed(List.of("a loaf")))
                .as(words)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(words);

        assertThat(System.nanoTime() - begun).isLessThan(SOON.toNanos());
    }
}
