package city.agents.application.minds;

import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget;
import java.time.InstantSource;

/// The governor's budgets of providers, for whoever asks providers. Safe from any thread.
final class GovernedProviders implements ProviderBudget {
    private final Governor governor;
    private final InstantSource wall;

    GovernedProviders(Governor governor, InstantSource wall) {
        this.governor = governor;
        this.wall = wall;
    }

    @Override
    public Permit reserve(String provider, ModelUsage most) {
        var estimate = new Estimate(most.inputTokens(), most.outputTokens(), most.costMicros());
        return switch (governor.reserve(provider, estimate, wall.instant())) {
            case Granted(var reservation) ->
                new Permit.Granted(used -> governor.settle(reservation, spend(used), wall.instant()));
            case Declined declined -> new Permit.Declined(declined.words());
        };
    }

    private static Spend spend(ModelUsage used) {
        return Spend.ofCall(used.inputTokens(), used.outputTokens(), used.costMicros());
    }
}
