package city.adapter.llm.embedding;

import static city.adapter.llm.embedding.SpentWords.DIMENSION;
import static city.adapter.llm.embedding.SpentWords.NOON;
import static city.adapter.llm.embedding.VectorReplies.texts;
import static city.adapter.llm.embedding.VectorReplies.vectors;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.WireFormat;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.MindReport.Used;
import city.agents.application.minds.EmbedderBudgetModule;
import city.agents.spi.ModelReply;
import city.memory.spi.Embedder.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/// Through real sockets, in the formats of OpenAI and of Ollama.
class EmbedderBudgetTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    /// A token for each byte, and sixteen around them.
    private static final long LOAF_AT_MOST = "a loaf".length() + 16;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANTHROPIC")
    void whatTheProviderSaysIsBookedAndWhatItDoesNotSayCountsInFull(WireFormat format) {
        try (var words = words(format, Allowance.NONE, LONG)) {
            words.stub.next(vectors(format, DIMENSION, _ -> 3));
            words.embedder.embed(List.of("a loaf"));
            assertThat(words.report().today()).isEqualTo(new Used(1, 3, 3));

            var silent = VectorReplies.body(format, List.of(VectorReplies.vector("a loaf", DIMENSION)))
                    .replaceFirst(",\\s*\"(usage|prompt_eval_count)\":.*(?=}\\s*$)", "");
            words.stub.next(new Deed.Raw(200, Map.of(), silent));
            words.embedder.embed(List.of("a loaf"));
            assertThat(words.report().today()).isEqualTo(new Used(2, 3 + LOAF_AT_MOST, 3 + LOAF_AT_MOST));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANTHROPIC")
    void whatFailedInDoubtCountsInFullAndWhatWasRejectedIsACall(WireFormat format) {
        var most = new Used(1, LOAF_AT_MOST, LOAF_AT_MOST);
        var call = new Used(1, 0, 0);
        Map.of(
                        Deed.status(500),
                        call,
                        new Deed.Raw(429, Map.of("Retry-After", "7"), "{}"),
                        call,
                        (Deed) new Deed.Break(),
                        most,
                        new Deed.Hang(),
                        most,
                        new Deed.Raw(200, Map.of(), "no JSON at all"),
                        most,
                        vectors(format, 2 * DIMENSION, _ -> 4),
                        new Used(1, 4, 4))
                .forEach((deed, used) -> {
                    try (var words = words(format, Allowance.NONE, SHORT)) {
                        words.stub.always(deed);

                        assertThatThrownBy(() -> words.embedder.embed(List.of("a loaf")))
                                .isInstanceOf(Unavailable.class);

                        assertThat(words.report().today()).as("%s", deed).isEqualTo(used);
                    }
                });
    }

    @Test
    void whatNeverLeftIsACallWithoutTokens() {
        try (var words = words(WireFormat.OLLAMA, Allowance.NONE, LONG)) {
            words.stub.close();

            assertThatThrownBy(() -> words.embedder.embed(List.of("a loaf"))).isInstanceOf(Unavailable.class);

            assertThat(words.report().today()).isEqualTo(new Used(1, 0, 0));
            assertThat(words.heard).singleElement().isInstanceOf(ModelReply.Unavailable.class);
        }
    }

    @Test
    void withNothingLeftNobodyIsAskedUntilTheWindowTurns() {
        var allowance = new Allowance(Limit.ofCalls(1), Limit.ofCalls(2));
        try (var words = words(WireFormat.OPENAI, allowance, LONG)) {
            words.stub.always(vectors(WireFormat.OPENAI, DIMENSION));
            words.embedder.embed(List.of("a loaf"));
            words.now = NOON.plusSeconds(20);

            var minute = declined(words);

            assertThat(minute.retryAfter()).isEqualTo(Duration.ofSeconds(40));
            assertThat(minute)
                    .hasMessage(
                            "embedder openai-compatible/stub-model/8 has no budget: provider embedder may use 1 calls"
                                    + " a minute, and has no room until 2026-11-01T12:01:00Z");
            assertThat(words.report().left()).isEqualTo(Limit.ofCalls(0));

            words.now = NOON.plusSeconds(60);
            words.embedder.embed(List.of("a loaf"));
            assertThat(declined(words).retryAfter())
                    .as("until midnight")
                    .isEqualTo(Duration.between(words.now, Instant.parse("2026-11-02T00:00:00Z")));
            assertThat(words.stub.calls()).hasSize(2);
            assertThat(words.heard).as("calls that were made").hasSize(2);
        }
    }

    @Test
    void aBatchThatTheWholeBudgetHasNoRoomForGoesOutInParts() {
        var texts = IntStream.range(0, 8).mapToObj(i -> "loaf " + i).toList();
        var two = new Allowance(Limit.ofTokens(2 * LOAF_AT_MOST), Limit.NONE);
        try (var words = new SpentWords(WireFormat.OPENAI, two, LONG, 8, 100)) {
            words.stub.always(vectors(WireFormat.OPENAI, DIMENSION, _ -> 3));
            for (int minute = 1; declined(words, texts) != null; minute++) {
                assertThat(minute).isLessThanOrEqualTo(texts.size());
                words.now = NOON.plus(Duration.ofMinutes(minute));
            }

            assertThat(words.stub.calls())
                    .as("what was paid is not paid again")
                    .flatMap(it -> texts(it))
                    .containsExactlyElementsOf(texts);
            words.now = NOON.plus(Duration.ofMinutes(20));
            assertThatThrownBy(() -> words.embedder.embed(List.of("x".repeat(100))))
                    .isInstanceOfSatisfying(
                            Unavailable.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ZERO))
                    .hasMessageContaining("one call needs more than that");
        }
    }

    @Test
    void whatIsKnownCostsNothing() {
        try (var words = new SpentWords(WireFormat.OPENAI, Allowance.NONE, LONG, 4, 100)) {
            words.stub.always(vectors(WireFormat.OPENAI, DIMENSION));
            words.embedder.embed(List.of("a loaf", "ale"));
            var once = words.report().today();

            words.embedder.embed(List.of("ale", "a loaf"));

            assertThat(words.report().today()).isEqualTo(once).isEqualTo(new Used(1, 5, 5));
        }
    }

    @Test
    void lettersThatModelsTakeApartAreCountedApart() {
        // Eighteen letters in one.
        var ligature = "\ufdfa".repeat(10);
        var few = new Allowance(Limit.ofTokens(200), Limit.NONE);
        try (var words = words(WireFormat.OPENAI, few, LONG)) {
            words.stub.always(vectors(WireFormat.OPENAI, DIMENSION, _ -> 190));

            assertThatThrownBy(() -> words.embedder.embed(List.of(ligature))).isInstanceOf(Unavailable.class);

            assertThat(words.stub.calls()).isEmpty();
        }
    }

    @Test
    void thatNothingIsLeftIsSaidOnce() {
        var log = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(EmbedderBudgetModule.class);
        log.start();
        logger.addAppender(log);
        try (var words = words(WireFormat.OPENAI, new Allowance(Limit.ofCalls(0), Limit.NONE), LONG)) {
            for (int i = 0; i < 5; i++) {
                declined(words);
            }
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .singleElement()
                .satisfies(it -> assertThat(it.getFormattedMessage())
                        .startsWith("vectors of words: provider embedder may use 0 calls a minute"));
    }

    private static Unavailable declined(SpentWords words) {
        return requireNonNull(declined(words, List.of("a loaf")));
    }

    private static @Nullable Unavailable declined(SpentWords words, List<String> texts) {
        return catchThrowableOfType(Unavailable.class, () -> words.embedder.embed(texts));
    }

    private static SpentWords words(WireFormat format, Allowance allowance, Duration timeout) {
        return new SpentWords(format, allowance, timeout, 8, 0);
    }
}
