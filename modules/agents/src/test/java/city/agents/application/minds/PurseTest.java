package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.domain.budget.Books;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Payer;
import city.agents.domain.budget.Spend;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget.Permit;
import city.agents.testing.SilentProbe;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PurseTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ResidentId ANN = new ResidentId(new UUID(0, 1));
    private static final ModelUsage MOST = ModelUsage.ofCall(40, 20, 60);

    private final List<String> said = new ArrayList<>();
    private Instant now = NOON;

    @Test
    void aProviderIsAskedAsLongAsItsBudgetHasRoom() {
        var small = new Allowance(Limit.ofMoney(100), Limit.NONE);
        var governor = governor(new Budgets(Allowance.NONE, Map.of("small", small), Allowance.NONE));
        var purse = purse(governor);
        var first = (Permit.Granted) purse.reserve("small", MOST);

        assertThat(purse.reserve("small", MOST))
                .isEqualTo(new Permit.Declined(
                        "provider small may use 100 millionths of money a minute,"
                                + " and has no room until 2026-11-01T12:01:00Z",
                        Optional.of(Duration.ofMinutes(1))));
        assertThat(purse.findRefusal()).as("another provider may do").isEmpty();
        assertThat(purse.reserve("large", MOST)).isInstanceOf(Permit.Granted.class);

        first.settle().accept(answer(ModelUsage.ofCall(10, 5, 15)));

        assertThat(spent(governor, new Payer.Provider("small"))).isEqualTo(new Spend(1, 15, 15));
        assertThat(purse.reserve("small", MOST)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void allTriesAreBookedToAll() {
        var governor = governor(Budgets.NONE);
        var purse = purse(governor);

        settle(purse, "first", new ModelReply.TimedOut("first", "tiny", "late", MOST));
        settle(purse, "second", answer(ModelUsage.ofCall(10, 5, 15)));

        assertThat(purse.used()).isEqualTo(new ModelUsage(2, 50, 25, 75));
        assertThat(spent(governor, new Payer.City())).isEqualTo(new Spend(2, 75, 75));
        assertThat(spent(governor, new Payer.Resident(ANN))).isEqualTo(new Spend(2, 75, 75));
        assertThat(spent(governor, new Payer.Provider("first"))).isEqualTo(new Spend(1, 60, 60));
    }

    @Test
    void whatWasNotSentAfterAllIsNoCall() {
        var governor = governor(Budgets.NONE);
        var purse = purse(governor);

        settle(purse, "first", new ModelReply.Full("first", "tiny", "too many in this minute", ModelUsage.NONE));

        assertThat(purse.used()).isEqualTo(ModelUsage.NONE);
        assertThat(spent(governor, new Payer.City())).isEqualTo(Spend.NONE);
        assertThat(governor.standings(NOON)).allMatch(it -> it.reserved().equals(Spend.NONE));
    }

    @Test
    void whatTheCityCannotPayIsRefusedInItsName() {
        var nothing = new Allowance(Limit.ofMoney(0), Limit.NONE);
        var purse = purse(governor(new Budgets(nothing, Map.of(), Allowance.NONE)));

        assertThat(purse.reserve("first", MOST)).isInstanceOf(Permit.Declined.class);

        assertThat(purse.findRefusal()).hasValueSatisfying(it -> assertThat(it).startsWith("the city may use 0"));
    }

    @Test
    void anExhaustedBudgetIsSaidOnceAndOnceWhenItIsWholeAgain() {
        var two = new Allowance(Limit.NONE, Limit.ofCalls(2));
        var one = new Allowance(Limit.ofCalls(1), Limit.NONE);
        var governor = governor(new Budgets(two, Map.of("small", one), new Allowance(Limit.ofCalls(2), Limit.NONE)));
        var purse = purse(governor);

        for (var provider : List.of("small", "small", "small", "large", "large", "large")) {
            purse.reserve(provider, MOST);
        }
        now = NOON.plusSeconds(60);
        purse.reserve("large", MOST);
        assertThat(said)
                .containsExactly(
                        "provider small may use 1 calls a minute, and has no room until 2026-11-01T12:01:00Z",
                        "the city may use 2 calls a day, and has no room until 2026-11-02T00:00:00Z");
        said.clear();

        now = NOON.plus(Duration.ofDays(1));
        purse.reserve("large", MOST);
        purse.reserve("small", MOST);

        assertThat(said)
                .containsExactly(
                        "the city has a whole budget for a day again",
                        "provider small has a whole budget for a minute again");
    }

    private static void settle(Purse purse, String provider, ModelReply reply) {
        ((Permit.Granted) purse.reserve(provider, MOST)).settle().accept(reply);
    }

    private static ModelReply answer(ModelUsage usage) {
        return new ModelReply.Answer("{}", "small", "tiny", usage, Duration.ofMillis(1));
    }

    private static Spend spent(Governor governor, Payer payer) {
        return governor.standings(payer, NOON).getFirst().spent();
    }

    private static Governor governor(Budgets budgets) {
        return new Governor(budgets, Duration.ofMinutes(1), Books.empty(NOON), NOON);
    }

    private Purse purse(Governor governor) {
        return new Purse(governor, ANN, new Shortages(said::add), new SilentProbe(), () -> now);
    }
}
