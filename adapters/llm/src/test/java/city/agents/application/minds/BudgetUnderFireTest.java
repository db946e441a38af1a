package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.ApiKey;
import city.adapter.llm.Limits;
import city.adapter.llm.LlmAdapter;
import city.adapter.llm.LlmSettings;
import city.adapter.llm.Price;
import city.adapter.llm.ProviderKind;
import city.adapter.llm.ProviderSettings;
import city.adapter.llm.Route;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.Thought.Tier;
import city.agents.application.minds.Asking.Said;
import city.agents.domain.budget.Books;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Payer;
import city.agents.domain.budget.Spend;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two hundred residents ask at once while a provider fails in every way, over real sockets.
class BudgetUnderFireTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final int RESIDENTS = 200;
    private static final Payer CITY = new Payer.City();

    private static final String SCHEMA = """
            {"type":"object","properties":{"why":{"type":"string"}},"required":["why"],"additionalProperties":false}
            """;

    /// A millionth for each token.
    private static final Price PRICE = new Price(1_000_000, 1_000_000);

    private static final int MAX_OUTPUT = 200;

    /// A token for each byte of the texts and the schema, and a hundred around them.
    private static final long MOST =
            SCHEMA.length() + "You are Ann.".length() + "It rains.".length() + 100 + MAX_OUTPUT;

    /// Less than the calls cost that nobody answers.
    private static final long BUDGET = 30 * MOST;

    private static final List<Deed> DEEDS = List.of(
            Deed.answer("{\"why\":\"it rains\"}"),
            Deed.answer("{\"why\":\"it pours\"}"),
            Deed.answer("no JSON"),
            Deed.status(500),
            new Deed.Break(),
            new Deed.Hang(),
            new Deed.Raw(429, Map.of("Retry-After", "1"), "{}"),
            new Deed.Refuse("I would rather not."));

    private final StubProvider first = StubProvider.start(WireFormat.OPENAI);
    private final StubProvider second = StubProvider.start(WireFormat.OPENAI);
    private final Governor governor = new Governor(
            new Budgets(new Allowance(Limit.NONE, Limit.ofMoney(BUDGET)), Map.of(), Allowance.NONE),
            Duration.ofMinutes(5),
            Books.empty(NOON),
            NOON);

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void noUnitOfMoneyIsSpentBeyondTheBudgetOrBookedTwice() throws Exception {
        IntStream.range(0, 3 * RESIDENTS).forEach(i -> first.next(DEEDS.get(i % DEEDS.size())));
        second.always(DEEDS.getFirst());

        var said = allAsk();

        var replies = said.stream()
                .flatMap(it -> it instanceof Said.Replied(var reply) ? Stream.of(reply) : Stream.empty())
                .toList();
        assertThat(replies).as("somebody was answered").anyMatch(ModelReply.Answer.class::isInstance);
        assertThat(said).as("somebody was not to ask").anyMatch(it -> it instanceof Said.Declined || isFull(it));
        long spent = spent(CITY).costMicros();
        assertThat(spent).isPositive().isLessThanOrEqualTo(BUDGET);
        assertThat(replies.stream().mapToLong(it -> it.usage().costMicros()).sum())
                .as("by replies")
                .isEqualTo(spent);
        assertThat(sum(Stream.of("first", "second").map(Payer.Provider::new)))
                .as("by providers")
                .isEqualTo(spent);
        assertThat(sum(IntStream.range(0, RESIDENTS).mapToObj(it -> new Payer.Resident(resident(it)))))
                .as("by residents")
                .isEqualTo(spent);
        assertThat(spent(CITY).calls())
                .as("calls that went over the wire")
                .isEqualTo(first.calls().size() + second.calls().size());
    }

    private List<Said> allAsk() throws Exception {
        var limits = new Limits(Duration.ofSeconds(2), RESIDENTS, 100_000, 1_000, Duration.ofSeconds(1));
        var routes = List.of(new Route("first", 1, 1), new Route("second", 2, 1));
        var settings = new LlmSettings(
                List.of(provider("first", first, limits), provider("second", second, limits)),
                Map.of(ModelTier.QUICK, routes, ModelTier.DEEP, routes),
                Duration.ofSeconds(5));
        var request = new ModelRequest(
                "You are Ann.", "It rains.", SCHEMA, ModelTier.QUICK, MAX_OUTPUT, Duration.ofSeconds(20));
        var together = new CountDownLatch(1);
        var said = new ArrayList<Said>();
        try (var model = LlmAdapter.open(settings, System::nanoTime, System::nanoTime);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new Asking(model, governor, new Shortages(_ -> {}), new Silent(), () -> NOON);
            var asked = new ArrayList<Future<Said>>();
            for (int i = 0; i < RESIDENTS; i++) {
                var who = resident(i);
                asked.add(threads.submit(() -> {
                    together.await();
                    return asking.ask(who, request);
                }));
            }
            together.countDown();
            for (var each : asked) {
                said.add(each.get());
            }
        }
        return said;
    }

    private static boolean isFull(Said said) {
        return said instanceof Said.Replied(var reply) && reply instanceof ModelReply.Full;
    }

    private static ResidentId resident(int number) {
        return new ResidentId(new UUID(1, number));
    }

    private static ProviderSettings provider(String name, StubProvider stub, Limits limits) {
        return new ProviderSettings(
                name, ProviderKind.OPENAI_COMPATIBLE, stub.baseUrl(), ApiKey.none(), "stub-model", true, PRICE, limits);
    }

    private long sum(Stream<? extends Payer> payers) {
        return payers.mapToLong(it -> spent(it).costMicros()).sum();
    }

    private Spend spent(Payer payer) {
        var day = governor.standings(payer, NOON).getLast();
        assertThat(day.reserved()).as("set aside for nobody").isEqualTo(Spend.NONE);
        return day.spent();
    }

    private static final class Silent implements MindProbe {
        @Override
        public void decided(Tier tier, Outcome outcome, Duration took) {}

        @Override
        public void reflected(Outcome outcome, Duration took) {}

        @Override
        public void called(ModelReply reply) {}
    }
}
