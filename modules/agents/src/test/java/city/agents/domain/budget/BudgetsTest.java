package city.agents.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.domain.budget.Books.Page;
import city.agents.domain.budget.Verdict.Granted;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:30Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final ResidentId ANN = new ResidentId(new UUID(0, 1));

    @Test
    void whatIsNoBudgetIsRefusedByName() {
        assertThatThrownBy(() -> new Limit(0, -1, 0)).hasMessage("tokens must not be negative: -1");
        assertThatThrownBy(() -> new Spend(0, 0, -1)).hasMessage("costMicros must not be negative: -1");
        assertThatThrownBy(() -> new Estimate(0, 1_000_000_000_001L, 0))
                .hasMessage("maxOutputTokens must be within 0..1000000000000: 1000000000001");
        assertThatThrownBy(() -> new Budgets(Allowance.NONE, Map.of(" ", Allowance.NONE), Allowance.NONE))
                .hasMessageStartingWith("providers must be named");
        assertThatThrownBy(() -> new Governor(Budgets.NONE, Duration.ZERO, Books.empty(NOON), NOON))
                .hasMessage("hold must be positive: PT0S");
    }

    @Test
    void afterANightAwayTheDayIsNew() {
        var budgets = new Budgets(new Allowance(Limit.NONE, Limit.ofMoney(30)), Map.of(), Allowance.NONE);
        var books = new Books(NOON, List.of(new Page(new Payer.City(), Spend.NONE, new Spend(1, 150, 30))));

        var governor = new Governor(budgets, HOLD, books, MIDNIGHT);

        assertThat(governor.reserve(ANN, "home", new Estimate(100, 50, 30), MIDNIGHT))
                .isInstanceOf(Granted.class);
    }
}
