package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.domain.budget.Books;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Payer;
import city.agents.domain.budget.Spend;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GovernedProvidersTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Governor governor = new Governor(
            new Budgets(Allowance.NONE, Map.of("small", new Allowance(Limit.ofMoney(100), Limit.NONE)), Allowance.NONE),
            Duration.ofMinutes(1),
            Books.empty(NOON),
            NOON);

    private final GovernedProviders providers = new GovernedProviders(governor, () -> NOON);

    @Test
    void aProviderIsAskedAsLongAsItsBudgetHasRoom() {
        var most = new ModelUsage(40, 20, 60);
        var first = (Permit.Granted) providers.reserve("small", most);

        assertThat(providers.reserve("small", most))
                .isEqualTo(new Permit.Declined("provider small may use 100 millionths of money a minute,"
                        + " and has no room until 2026-11-01T12:01:00Z"));
        assertThat(providers.reserve("large", most)).isInstanceOf(Permit.Granted.class);

        first.settle().accept(new ModelUsage(10, 5, 15));

        assertThat(governor.standings(new Payer.Provider("small"), NOON)
                        .getFirst()
                        .spent())
                .isEqualTo(new Spend(1, 15, 15));
        assertThat(providers.reserve("small", most)).isInstanceOf(Permit.Granted.class);
    }
}
