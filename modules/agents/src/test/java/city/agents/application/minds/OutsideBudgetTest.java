package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.domain.budget.Books;
import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Payer;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Verdict;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutsideBudgetTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ResidentId ANN = new ResidentId(new UUID(0, 1));
    private static final ResidentId BEN = new ResidentId(new UUID(0, 2));
    private static final Limit TWO_CALLS = Limit.ofCalls(2);

    private final List<String> said = new ArrayList<>();

    @Test
    void aQuestionIsACallOfTheResidentAndOfTheCity() {
        var governor = governor(new Budgets(Allowance.NONE, Map.of(), new Allowance(Limit.NONE, TWO_CALLS)));
        var limits = limits(governor);

        assertThat(limits.refuse(ANN)).isEmpty();
        assertThat(limits.refuse(ANN)).isEmpty();
        assertThat(limits.refuse(ANN))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("resident " + ANN.value() + " may use 2 calls a day"));
        assertThat(limits.refuse(BEN)).as("another resident").isEmpty();

        var city = governor.standings(new Payer.City(), NOON).getLast();
        assertThat(city.spent()).isEqualTo(new Spend(3, 0, 0));
        assertThat(city.reserved()).isEqualTo(Spend.NONE);
    }

    @Test
    void modelsAndProgramsLiveOnTheSameBudget() {
        var governor = governor(new Budgets(new Allowance(TWO_CALLS, Limit.NONE), Map.of(), Allowance.NONE));
        var limits = limits(governor);

        assertThat(governor.reserve(BEN, "stub", new Estimate(10, 10, 10), NOON))
                .isInstanceOf(Verdict.Granted.class);
        assertThat(limits.refuse(ANN)).isEmpty();
        assertThat(limits.refuse(ANN)).isPresent();
        assertThat(said).as("in the log").singleElement().asString().startsWith("the city may use 2 calls a minute");
    }

    private OutsideBudget limits(Governor governor) {
        return new OutsideBudget(governor, new Shortages(said::add), Duration.ofMillis(500), () -> NOON);
    }

    private static Governor governor(Budgets budgets) {
        return new Governor(budgets, Duration.ofMinutes(1), Books.empty(NOON), NOON);
    }
}
