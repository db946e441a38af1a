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
import city.agents.spi.ModelReply.Answer;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// That the city and the resident pay for all that a question may have cost, and not for its last try alone.
class EveryTryIsBookedTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ResidentId ANN = new ResidentId(new UUID(0, 1));
    private static final Payer CITY = new Payer.City();
    private static final Payer ANNS = new Payer.Resident(ANN);
    private static final Payer FIRST = new Payer.Provider("first");

    private static final String SCHEMA = """
            {"type":"object","properties":{"why":{"type":"string"}},"required":["why"],"additionalProperties":false}
            """;
    private static final String RAIN = "{\"why\":\"it rains\"}";

    /// A millionth for each token.
    private static final Price PRICE = new Price(1_000_000, 1_000_000);

    private static final int MAX_OUTPUT = 200;

    /// A token for each byte of the texts and the schema, and a hundred around them.
    private static final long MOST =
            SCHEMA.length() + "You are Ann.".length() + "It rains.".length() + 100 + MAX_OUTPUT;

    /// What the stub says that an answer took.
    private static final long ANSWER = 55;

    private final StubProvider first = StubProvider.start(WireFormat.OPENAI);
    private final StubProvider second = StubProvider.start(WireFormat.OPENAI);

    private final List<ModelReply> heard = new ArrayList<>();

    /// The first question of a process waits for classes to be loaded.
    @BeforeEach
    void warmUp() {
        second.always(Deed.answer(RAIN));
        first.always(Deed.answer(RAIN));
        asked(new Town(Budgets.NONE), Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void whatTimedOutIsPaidForByTheCityAndTheResidentToo() {
        first.always(new Deed.Hang());
        var town = new Town(Budgets.NONE);

        var said = asked(town, Duration.ofMillis(700));

        assertThat(answer(said).provider()).isEqualTo("second");
        var both = new Spend(2, MOST + ANSWER, MOST + ANSWER);
        assertThat(town.spent(CITY)).isEqualTo(both);
        assertThat(town.spent(ANNS)).isEqualTo(both);
        assertThat(town.spent(FIRST)).isEqualTo(new Spend(1, MOST, MOST));
    }

    @Test
    void aProviderThatIsFullCostsNothingAndNoCall() {
        first.always(Deed.answer(RAIN));
        var nothing = new Allowance(Limit.ofMoney(0), Limit.NONE);
        var town = new Town(new Budgets(Allowance.NONE, Map.of("first", nothing), Allowance.NONE));

        var said = asked(town, Duration.ofSeconds(20));

        assertThat(answer(said).provider()).isEqualTo("second");
        assertThat(town.spent(CITY)).isEqualTo(new Spend(1, ANSWER, ANSWER));
        assertThat(town.spent(ANNS)).isEqualTo(new Spend(1, ANSWER, ANSWER));
        assertThat(town.spent(FIRST)).isEqualTo(Spend.NONE);
    }

    @Test
    void whatTimedOutIsPaidForAlsoWhereTheNextIsFull() {
        first.always(new Deed.Hang());
        var nothing = new Allowance(Limit.ofMoney(0), Limit.NONE);
        var town = new Town(new Budgets(Allowance.NONE, Map.of("second", nothing), Allowance.NONE));

        var said = asked(town, Duration.ofMillis(700));

        assertThat(((Said.Replied) said).reply()).isInstanceOf(ModelReply.Full.class);
        assertThat(town.spent(CITY)).isEqualTo(new Spend(1, MOST, MOST));
        assertThat(town.spent(ANNS)).isEqualTo(new Spend(1, MOST, MOST));
    }

    @Test
    void theCitysBudgetHoldsHoweverSlowTheFirstProviderIs() {
        first.always(new Deed.Hang());
        var budget = MOST + ANSWER;
        var town = new Town(new Budgets(new Allowance(Limit.NONE, Limit.ofMoney(budget)), Map.of(), Allowance.NONE));

        for (int i = 0; i < 3; i++) {
            asked(town, Duration.ofMillis(300));
        }

        assertThat(town.spent(CITY).costMicros()).isLessThanOrEqualTo(budget);
        assertThat(first.calls()).as("one for warming up").hasSize(2);
    }

    @Test
    void theReplySaysWhatWasBooked() {
        first.always(new Deed.Hang());
        var town = new Town(Budgets.NONE);

        var reply = answer(asked(town, Duration.ofMillis(700)));

        assertThat(reply.usage().inputTokens() + reply.usage().outputTokens()).isEqualTo(MOST + ANSWER);
        assertThat(reply.usage().costMicros()).isEqualTo(MOST + ANSWER);
    }

    @Test
    void whoMeasuresHearsOfEveryTryAndOfNoneThatWasNotMade() {
        first.always(new Deed.Hang());
        heard.clear();

        asked(new Town(Budgets.NONE), Duration.ofMillis(700));

        assertThat(heard).extracting(it -> it.getClass().getSimpleName()).containsExactly("TimedOut", "Answer");
        assertThat(heard).extracting(it -> it.usage().costMicros()).containsExactly(MOST, ANSWER);
        heard.clear();

        var nothing = new Allowance(Limit.ofMoney(0), Limit.NONE);
        asked(new Town(new Budgets(Allowance.NONE, Map.of("first", nothing), Allowance.NONE)), Duration.ofSeconds(20));

        assertThat(heard).extracting(it -> it.getClass().getSimpleName()).containsExactly("Answer");
        heard.clear();

        asked(
                new Town(new Budgets(Allowance.NONE, Map.of("first", nothing, "second", nothing), Allowance.NONE)),
                Duration.ofSeconds(20));

        assertThat(heard).as("nothing went over the wire").isEmpty();
    }

    /// @param each for one try
    private Said asked(Town town, Duration each) {
        var limits = new Limits(each, 8, 10_000, 100, Duration.ofSeconds(1));
        var providers = List.of(provider("first", first, limits), provider("second", second, limits));
        var routes = List.of(new Route("first", 1, 1), new Route("second", 2, 1));
        var settings = new LlmSettings(
                providers, Map.of(ModelTier.QUICK, routes, ModelTier.DEEP, routes), Duration.ofSeconds(2));
        var request = new ModelRequest(
                "You are Ann.", "It rains.", SCHEMA, ModelTier.QUICK, MAX_OUTPUT, Duration.ofSeconds(20));
        try (var model = LlmAdapter.open(settings, () -> 42L, System::nanoTime)) {
            return new Asking(model, town.governor, new Shortages(_ -> {}), new Heard(), () -> NOON).ask(ANN, request);
        }
    }

    private static ProviderSettings provider(String name, StubProvider stub, Limits limits) {
        return new ProviderSettings(
                name, ProviderKind.OPENAI_COMPATIBLE, stub.baseUrl(), ApiKey.none(), "stub-model", true, PRICE, limits);
    }

    private static Answer answer(Said said) {
        return (Answer) ((Said.Replied) said).reply();
    }

    private static final class Town {
        private final Governor governor;

        Town(Budgets budgets) {
            governor = new Governor(budgets, Duration.ofMinutes(5), Books.empty(NOON), NOON);
        }

        Spend spent(Payer payer) {
            var day = governor.standings(payer, NOON).getLast();
            assertThat(day.reserved()).as("set aside for nobody").isEqualTo(Spend.NONE);
            return day.spent();
        }
    }

    private final class Heard implements MindProbe {
        @Override
        public void decided(Tier tier, Outcome outcome, Duration took) {}

        @Override
        public void reflected(Outcome outcome, Duration took) {}

        @Override
        public void called(ModelReply reply) {
            heard.add(reply);
        }
    }
}
