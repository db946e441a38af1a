package city.adapter.llm;

import static city.adapter.llm.Fixtures.LIMITS;
import static city.adapter.llm.Fixtures.UNLIMITED;
import static city.adapter.llm.Fixtures.WAIT;
import static city.adapter.llm.Fixtures.inOrder;
import static city.adapter.llm.Fixtures.open;
import static city.adapter.llm.Fixtures.provider;
import static city.adapter.llm.Fixtures.request;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Answer;
import city.agents.spi.ModelReply.Malformed;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.agents.spi.ModelUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who is asked, in which order, how often and until when.
class LlmAdapterTest {
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private final StubProvider first = StubProvider.start(WireFormat.OPENAI);
    private final StubProvider second = StubProvider.start(WireFormat.ANTHROPIC);
    private final StubProvider third = StubProvider.start(WireFormat.OLLAMA);

    @BeforeAll
    static void warmUp() {
        Fixtures.warmUp();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        third.close();
    }

    @Test
    void theFirstThatAnswersIsTheLastThatIsAsked() {
        first.always(Deed.status(400));
        second.always(Deed.answer(WAIT));
        third.always(Deed.answer(WAIT));

        try (var adapter = all(LIMITS)) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED))
                    .isInstanceOfSatisfying(
                            Answer.class, it -> assertThat(it.provider()).isEqualTo("second"));
        }

        assertCalls(1, 1, 0);
    }

    @Test
    void whoWantsFewerQuestionsIsPassedOver() {
        first.always(new Deed.Raw(429, Map.of(), ""));
        second.always(Deed.answer(WAIT));

        try (var adapter = all(LIMITS)) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
        }

        assertCalls(1, 1, 0);
    }

    @Test
    void whoTakesTooLongLeavesTimeForTheNext() {
        first.always(new Deed.Hang());
        second.always(Deed.answer(WAIT));

        try (var adapter = all(limits(Duration.ofMillis(700)))) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
        }
    }

    /// Somebody was paid for it, and another would be paid again.
    @Test
    void whatAModelSaidIsNotAskedOfAnother() {
        first.always(Deed.answer("no JSON"));
        second.always(Deed.answer(WAIT));

        try (var adapter = all(LIMITS)) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Malformed.class);
        }

        assertCalls(1, 0, 0);
    }

    @Test
    void aFailureInPassingIsMendedByAskingAgain() {
        first.next(new Deed.Break());
        first.always(Deed.answer(WAIT));

        try (var adapter = all(LIMITS)) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
        }

        assertCalls(2, 0, 0);
    }

    @Test
    void onlyOneIsAskedTwice() {
        first.always(Deed.status(500));
        second.always(Deed.status(503));
        third.always(new Deed.Break());

        try (var adapter = all(LIMITS)) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED))
                    .isInstanceOfSatisfying(
                            Unavailable.class, it -> assertThat(it.detail()).startsWith("third: "));
        }

        assertCalls(2, 1, 1);
    }

    @Test
    void nobodyIsAskedTwiceWithoutTime() {
        first.always(Deed.status(500));
        var settings = inOrder(provider("first", WireFormat.OPENAI, first, LIMITS));

        // With the call, all but 140 ms of the time are over, and the shortest pause with the shortest try takes 150.
        LongSupplier jumpy = () -> System.nanoTime() + (first.calls().isEmpty() ? 0 : SECONDS.toNanos() - 140_000_000);
        try (var adapter = LlmAdapter.open(settings, () -> 42L, jumpy)) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Unavailable.class);
        }

        assertCalls(1, 0, 0);
    }

    @Test
    void theDeadlineIsForAllTriesTogether() {
        first.always(new Deed.Late(Duration.ofMillis(700), Deed.status(400)));
        second.always(new Deed.Late(Duration.ofMillis(700), Deed.status(400)));
        third.always(new Deed.Late(Duration.ofMillis(700), Deed.answer(WAIT)));

        try (var adapter = all(LIMITS)) {
            var begun = System.nanoTime();

            assertThat(adapter.ask(request(Duration.ofSeconds(2)), UNLIMITED)).isInstanceOf(TimedOut.class);
            assertThat(System.nanoTime() - begun)
                    .isBetween(
                            Duration.ofSeconds(2).toNanos(),
                            Duration.ofSeconds(4).toNanos());
        }
    }

    @Test
    void eachTierHasItsOwnOrder() {
        first.always(Deed.answer(WAIT));
        second.always(Deed.answer(WAIT));
        var settings = new LlmSettings(
                List.of(
                        provider("first", WireFormat.OPENAI, first, LIMITS),
                        provider("second", WireFormat.ANTHROPIC, second, LIMITS)),
                Map.of(
                        ModelTier.QUICK, List.of(new Route("first", 1, 1)),
                        ModelTier.DEEP, List.of(new Route("second", 1, 1))),
                Duration.ofSeconds(2));

        try (var adapter = open(settings)) {
            adapter.ask(request(ModelTier.DEEP, SECONDS), UNLIMITED);
        }

        assertCalls(0, 1, 0);
    }

    @Test
    void aReplyWithoutEndIsNotReadAndNotAskedForAgain() {
        first.always(new Deed.Raw(200, Map.of(), "x".repeat(2_000_000)));

        try (var adapter = open(inOrder(provider("first", WireFormat.OPENAI, first, LIMITS)))) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Unavailable.class);
        }

        assertCalls(1, 0, 0);
    }

    @Test
    void aHeadWithoutEndIsNotReadAndNotAskedForAgain() {
        var manyHeaders = IntStream.range(0, 10_000).boxed().collect(toMap(i -> "X-" + i, _ -> "x"));
        for (var headers : List.of(Map.of("X", "x".repeat(2_000_000)), manyHeaders)) {
            first.next(new Deed.Raw(200, headers, ""));

            try (var adapter = open(inOrder(provider("first", WireFormat.OPENAI, first, LIMITS)))) {
                assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Unavailable.class);
            }
        }

        assertCalls(2, 0, 0);
    }

    @Test
    void aProviderThatIsNotThereIsUnavailable() {
        first.close();

        try (var adapter = open(inOrder(provider("first", WireFormat.OPENAI, first, LIMITS)))) {
            var reply = adapter.ask(request(SECONDS), UNLIMITED);

            assertThat(reply).isInstanceOf(Unavailable.class);
            assertThat(reply.usage()).isEqualTo(ModelUsage.UNCHARGED);
        }
    }

    @Test
    void aCallerThatIsInterruptedGetsItsThreadBack() throws InterruptedException {
        first.always(new Deed.Hang());
        second.always(Deed.answer(WAIT));

        try (var adapter = all(LIMITS)) {
            var replies = new ArrayBlockingQueue<ModelReply>(1);
            var caller = Thread.ofVirtual().start(() -> {
                var reply = adapter.ask(request(SECONDS), UNLIMITED);
                if (Thread.currentThread().isInterrupted()) {
                    replies.add(reply);
                }
            });
            Await.until(Duration.ofSeconds(2), () -> first.calls().size() == 1);

            caller.interrupt();

            var reply = Objects.requireNonNull(replies.poll(3, TimeUnit.SECONDS));
            assertThat(reply).isInstanceOf(Unavailable.class);
            assertThat(reply.usage().outputTokens())
                    .as("the provider thinks on, and charges for it")
                    .isEqualTo(200);
        }
        assertCalls(1, 0, 0);
    }

    @Test
    void whoGivesNothingUsableIsLeftAloneForTheNext() {
        first.always(new Deed.Raw(200, Map.of(), "<html>Please log in</html>"));
        second.always(Deed.answer(WAIT));
        var limits = new Limits(SECONDS, 4, 1_000, 4, Duration.ofMinutes(1));

        try (var adapter = all(limits)) {
            IntStream.range(0, 4)
                    .forEach(_ ->
                            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Malformed.class));

            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
        }

        assertCalls(4, 1, 0);
    }

    @Test
    void aQuestionWithoutASchemaIsNotAsked() {
        try (var adapter = all(LIMITS)) {
            for (var none : List.of("no JSON", "[]", "{\"type\":", "{\"$ref\":\"#/$defs/nowhere\"}")) {
                var request = new ModelRequest("x", "x", none, ModelTier.QUICK, 1, SECONDS);

                assertThatThrownBy(() -> adapter.ask(request, UNLIMITED))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("schema");
            }
        }

        assertCalls(0, 0, 0);
    }

    private LlmAdapter all(Limits limits) {
        return open(inOrder(
                provider("first", WireFormat.OPENAI, first, limits),
                provider("second", WireFormat.ANTHROPIC, second, limits),
                provider("third", WireFormat.OLLAMA, third, limits)));
    }

    private static Limits limits(Duration answerTimeout) {
        return new Limits(answerTimeout, 8, 10_000, 100, Duration.ofSeconds(1));
    }

    private void assertCalls(int ofFirst, int ofSecond, int ofThird) {
        assertThat(List.of(first, second, third))
                .extracting(it -> it.calls().size())
                .containsExactly(ofFirst, ofSecond, ofThird);
    }
}
