package city.agents.application;

import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget;
import java.time.Instant;
import java.util.function.Supplier;

/// The governor's budgets of providers, for whoever asks providers. Safe from any thread.
final class GovernedProviders implements ProviderBudget {
    private final Governor governor;
    private final Supplier<Instant> clock;

    /// @param clock wall time
    GovernedProviders(Governor governor, Supplier<Instant> clock) {
        this.governor = governor;
        this.clock = clock;
    }

    @Override
    public Permit reserve(String provider, ModelUsage most) {
        var estimate = new Estimate(most.inputTokens(), most.outputTokens(), most.costMicros());
        return switch (governor.reserve(provider, estimate, clock.get())) {
            case Granted(var reservation) ->
                new Permit.Granted(used -> governor.settle(reservation, spend(used), clock.get()));
            case Declined declined -> new Permit.Declined(declined.words());
        };
    }

    private static Spend spend(ModelUsage used) {
        return Spend.ofCall(used.inputTokens(), used.outputTokens(), used.costMicros());
    }
}
