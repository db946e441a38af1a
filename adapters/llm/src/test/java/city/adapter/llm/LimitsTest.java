package city.adapter.llm;

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
import city.agents.spi.ModelReply.Full;
import city.agents.spi.ModelReply.RateLimited;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import city.agents.spi.ModelUsage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How much one provider is asked, and what of a storm of failures is left behind.
class LimitsTest {
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private final StubProvider stub = StubProvider.start(WireFormat.OPENAI);

    @BeforeAll
    static void warmUp() {
        Fixtures.warmUp();
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void oneMoreThanAtOnceIsRefusedAndNotQueued() throws Exception {
        stub.always(new Deed.Late(Duration.ofSeconds(2), Deed.answer(WAIT)));

        try (var adapter = one(2, 1_000, 100);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ModelReply> ask = () -> adapter.ask(request(SECONDS), UNLIMITED);
            var inFlight =
                    IntStream.range(0, 2).mapToObj(_ -> callers.submit(ask)).toList();
            Await.until(Duration.ofSeconds(2), () -> stub.calls().size() == 2);
            var begun = System.nanoTime();

            assertThat(ask.call()).isInstanceOf(Full.class);

            assertThat(System.nanoTime() - begun)
                    .isLessThan(Duration.ofSeconds(1).toNanos());
            assertThat(inFlight).extracting(Future::get).allMatch(it -> it instanceof Answer);
            assertThat(ask.call()).isInstanceOf(Answer.class);
        }
        assertThat(stub.calls()).hasSize(3);
    }

    @Test
    void oneMoreThanInAMinuteIsRefused() {
        stub.always(Deed.answer(WAIT));

        try (var adapter = one(8, 3, 100)) {
            var replies = IntStream.range(0, 5)
                    .mapToObj(_ -> adapter.ask(request(SECONDS), UNLIMITED))
                    .toList();

            assertThat(replies).filteredOn(it -> it instanceof Answer).hasSize(3);
            assertThat(replies).filteredOn(it -> it instanceof Full).hasSize(2);
        }
        assertThat(stub.calls()).hasSize(3);
    }

    @Test
    void aProviderThatFailsTooOftenIsLeftAloneForAWhile() {
        stub.always(Deed.status(404));

        try (var adapter = one(4, 1_000, 4)) {
            IntStream.range(0, 10)
                    .forEach(_ ->
                            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Unavailable.class));
            assertThat(stub.calls()).hasSize(4);
            stub.always(Deed.answer(WAIT));

            Await.until(SECONDS, () -> adapter.ask(request(SECONDS), UNLIMITED) instanceof Answer);

            IntStream.range(0, 10)
                    .forEach(_ ->
                            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class));
        }
    }

    @Test
    void asManyFailuresAsCallsMayBeInFlightAreNoJudgement() {
        stub.always(Deed.status(404));

        try (var adapter = one(20, 1_000, 4)) {
            IntStream.range(0, 19).forEach(_ -> adapter.ask(request(SECONDS), UNLIMITED));
            stub.always(Deed.answer(WAIT));

            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
        }
    }

    @Test
    void aProviderThatIsStillBrokenIsLeftAloneAgain() {
        stub.always(Deed.status(404));

        try (var adapter = one(4, 1_000, 4)) {
            Await.until(SECONDS, () -> {
                adapter.ask(request(SECONDS), UNLIMITED);
                return stub.calls().size() > 4;
            });
            IntStream.range(0, 5).forEach(_ -> adapter.ask(request(SECONDS), UNLIMITED));

            assertThat(stub.calls()).hasSize(6);
        }
    }

    /// A provider that is busy is not broken.
    @Test
    void wantingFewerQuestionsBreaksNothing() {
        stub.always(new Deed.Raw(429, Map.of(), ""));

        try (var adapter = one(4, 1_000, 4)) {
            IntStream.range(0, 20)
                    .forEach(_ ->
                            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(RateLimited.class));
            stub.always(Deed.answer(WAIT));

            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
        }
    }

    @Test
    void whoeverAskedToBeLeftAloneIs() {
        stub.next(new Deed.Raw(429, Map.of("Retry-After", "2"), ""));
        stub.always(Deed.answer(WAIT));

        try (var adapter = one(8, 1_000, 100)) {
            assertThat(adapter.ask(request(SECONDS), UNLIMITED))
                    .isEqualTo(new RateLimited(
                            "here", "stub-model", Duration.ofSeconds(2), "here: HTTP 429", ModelUsage.UNCHARGED));
            assertThat(adapter.ask(request(SECONDS), UNLIMITED))
                    .isInstanceOfSatisfying(
                            RateLimited.class,
                            it -> assertThat(it.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(2)));
            assertThat(stub.calls()).hasSize(1);

            Await.until(SECONDS, () -> adapter.ask(request(SECONDS), UNLIMITED) instanceof Answer);
        }
    }

    @Test
    void whileItIsTriedABusyProviderIsStillTried() {
        stub.always(Deed.status(404));

        try (var adapter = one(4, 1_000, 4)) {
            IntStream.range(0, 4).forEach(_ -> adapter.ask(request(SECONDS), UNLIMITED));
            stub.always(new Deed.Raw(429, Map.of(), ""));
            Await.until(SECONDS, () -> adapter.ask(request(SECONDS), UNLIMITED) instanceof RateLimited);
            IntStream.range(0, 5)
                    .forEach(_ ->
                            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(RateLimited.class));
            stub.always(Deed.answer(WAIT));

            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
        }
    }

    @Test
    void twoHundredHungCallsLeaveNothingBehind() throws Exception {
        stub.always(new Deed.Hang());

        try (var adapter = one(200, 10_000, 1_000);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = threads();
            var calls = IntStream.range(0, 200)
                    .mapToObj(_ -> callers.submit(() -> adapter.ask(request(Duration.ofSeconds(3)), UNLIMITED)))
                    .toList();

            assertThat(calls).extracting(Future::get).allMatch(it -> it instanceof TimedOut);

            assertThat(stub.calls()).hasSize(200);
            Await.until(SECONDS, () -> stub.connections() == 0);
            stub.always(Deed.answer(WAIT));
            assertThat(adapter.ask(request(SECONDS), UNLIMITED)).isInstanceOf(Answer.class);
            // The client's own few, which it shares among all calls.
            assertThat(threads()).isLessThan(before + 12);
        }
    }

    @Test
    void closingEndsTheCallsInFlight() throws Exception {
        stub.always(new Deed.Hang());

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var adapter = one(8, 1_000, 100);
            var call = callers.submit(() -> adapter.ask(request(Duration.ofMinutes(1)), UNLIMITED));
            Await.until(Duration.ofSeconds(2), () -> stub.calls().size() == 1);

            adapter.close();

            assertThat(call.get(3, TimeUnit.SECONDS)).isInstanceOf(Unavailable.class);
        }
        Await.until(SECONDS, () -> stub.connections() == 0);
    }

    private static int threads() {
        return Thread.getAllStackTraces().size();
    }

    private LlmAdapter one(int maxConcurrent, int callsPerMinute, int breakerWindow) {
        var limits =
                new Limits(Duration.ofSeconds(20), maxConcurrent, callsPerMinute, breakerWindow, Duration.ofSeconds(1));
        return open(inOrder(provider("here", WireFormat.OPENAI, stub, limits)));
    }
}
