package city.adapter.llm;

import static city.adapter.llm.Fixtures.LIMITS;
import static city.adapter.llm.Fixtures.WAIT;
import static city.adapter.llm.Fixtures.inOrder;
import static city.adapter.llm.Fixtures.provider;
import static city.adapter.llm.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Answer;
import city.agents.spi.ModelReply.Full;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// That no provider is asked whose budget has no room, and that every try is paid for once.
class BudgetsTest {
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private final StubProvider first = StubProvider.start(WireFormat.OPENAI);
    private final StubProvider second = StubProvider.start(WireFormat.ANTHROPIC);
    private final Purse purse = new Purse();
    private final LlmSettings settings = inOrder(
            provider("first", WireFormat.OPENAI, first, LIMITS),
            provider("second", WireFormat.ANTHROPIC, second, LIMITS));

    /// Notes what was set aside and paid, and declines those whom the test names.
    private static final class Purse implements ProviderBudget {
        private final Set<String> closed = new HashSet<>();
        private final List<ModelUsage> reserved = new ArrayList<>();
        private final List<String> settled = new ArrayList<>();

        @Override
        public Permit reserve(String provider, ModelUsage most) {
            if (closed.contains(provider)) {
                return new Permit.Declined("nothing left", Optional.empty());
            }
            reserved.add(most);
            return new Permit.Granted(reply -> settled.add(provider + " " + said(reply)));
        }

        private static String said(ModelReply reply) {
            return reply instanceof Full
                    ? "nothing"
                    : String.valueOf(reply.usage().costMicros());
        }
    }

    @BeforeAll
    static void warmUp() {
        Fixtures.warmUp();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void whoseBudgetHasNoRoomIsNotAskedAndTheNextIs() {
        second.always(Deed.answer(WAIT));
        purse.closed.add("first");

        try (var adapter = open()) {
            assertThat(adapter.ask(request(SECONDS), purse))
                    .isInstanceOfSatisfying(
                            Answer.class, it -> assertThat(it.provider()).isEqualTo("second"));
        }
        assertThat(first.calls()).isEmpty();
        assertThat(purse.settled)
                .as("50 tokens in at .15, 5 out at .60, rounded up")
                .containsExactly("second 11");
    }

    @Test
    void whereNobodyMayBeAskedTheReplyIsFullAndSaysWhy() {
        purse.closed.addAll(Set.of("first", "second"));

        try (var adapter = open()) {
            assertThat(adapter.ask(request(SECONDS), purse))
                    .isEqualTo(new Full("second", "stub-model", "second: nothing left", ModelUsage.NONE));
        }
    }

    @Test
    void aDeclinedTryHoldsNoPlaceAmongTheCallsInFlight() {
        purse.closed.addAll(Set.of("first", "second"));
        try (var adapter = open()) {
            for (int i = 0; i < 2 * LIMITS.maxConcurrent(); i++) {
                adapter.ask(request(SECONDS), purse);
            }
            first.always(Deed.answer(WAIT));
            purse.closed.clear();

            assertThat(adapter.ask(request(SECONDS), purse)).isInstanceOf(Answer.class);
        }
    }

    @Test
    void aTryThatTimedOutCountsInFullAndOneThatWasTurnedDownNothing() {
        first.always(new Deed.Hang());
        second.always(Deed.status(503));

        try (var adapter = open()) {
            assertThat(adapter.ask(request(Duration.ofMillis(700)), purse)).isInstanceOf(TimedOut.class);
            assertThat(purse.settled)
                    .containsExactly("first " + purse.reserved.getFirst().costMicros());

            first.always(Deed.status(503));
            assertThat(adapter.ask(request(SECONDS), purse)).isInstanceOf(Unavailable.class);
            assertThat(purse.settled).hasSizeGreaterThan(2).hasSameSizeAs(purse.reserved);
            assertThat(purse.settled.subList(1, purse.settled.size())).allMatch(it -> it.endsWith(" 0"));
        }
    }

    @Test
    void noReplyUsesMoreThanWasSetAside() {
        first.always(Deed.answer(WAIT));

        try (var adapter = open()) {
            var used = adapter.ask(request(SECONDS), purse).usage();

            var most = purse.reserved.getFirst();
            assertThat(purse.reserved).hasSize(1);
            assertThat(used.inputTokens()).isPositive().isLessThan(most.inputTokens());
            assertThat(used.outputTokens()).isPositive().isLessThan(most.outputTokens());
            assertThat(used.costMicros()).isPositive().isLessThan(most.costMicros());
            assertThat(most.outputTokens()).isEqualTo(200);
        }
    }

    /// Otherwise whoever has no budget left would use up the minute's calls, and those of the next who has.
    @Test
    void aDeclinedTryIsNoCallOfTheMinute() {
        first.always(Deed.answer(WAIT));
        var limits = new Limits(SECONDS, 8, 1, 100, SECONDS);

        try (var adapter = Fixtures.open(inOrder(provider("first", WireFormat.OPENAI, first, limits)))) {
            purse.closed.add("first");
            assertThat(adapter.ask(request(SECONDS), purse)).isInstanceOf(Full.class);
            purse.closed.clear();
            assertThat(adapter.ask(request(SECONDS), purse)).isInstanceOf(Answer.class);
            assertThat(adapter.ask(request(SECONDS), purse)).isInstanceOf(Full.class);
        }
        assertThat(purse.settled)
                .as("the third was set aside for, and not sent")
                .containsExactly("first 11", "first nothing");
    }

    private LlmAdapter open() {
        return LlmAdapter.open(settings, () -> 42L, System::nanoTime);
    }
}
