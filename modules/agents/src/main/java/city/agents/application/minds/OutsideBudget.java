package city.agents.application.minds;

import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.agents.spi.OutsideLimits;
import city.world.ResidentId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Programs under the deadline and the budgets of models. What their answers cost somebody else the city does not know:
/// a question is a call without tokens or money.
final class OutsideBudget implements OutsideLimits {
    /// As thoughts have it that no provider had a part in.
    private static final String NO_PROVIDER = "";

    private static final Estimate CALL = new Estimate(0, 0, 0);
    private static final Spend ONE = new Spend(1, 0, 0);

    private final Governor governor;
    private final Duration deadline;
    private final Shortages shortages;
    private final InstantSource wall;

    OutsideBudget(Governor governor, Shortages shortages, Duration deadline, InstantSource wall) {
        this.governor = governor;
        this.shortages = shortages;
        this.deadline = deadline;
        this.wall = wall;
    }

    @Override
    public Optional<Duration> deadline() {
        return Optional.of(deadline);
    }

    @Override
    public Optional<String> refuse(ResidentId resident) {
        var now = wall.instant();
        return switch (governor.reserve(resident, NO_PROVIDER, CALL, now)) {
            case Declined declined -> {
                shortages.declined(declined);
                yield Optional.of(declined.words());
            }
            case Granted(var reservation) -> {
                shortages.granted(NO_PROVIDER, now);
                governor.settle(reservation, ONE, now);
                yield Optional.empty();
            }
        };
    }
}
