package city.agents.application.minds;

import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Payer;
import city.agents.domain.budget.Reservation;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget;
import city.world.ResidentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What one question of a resident may use: each try is set aside from the budgets of the resident, of the city and of
/// the provider before it is made, and booked in all three after it. Of the thread that asks.
final class Purse implements ProviderBudget {
    private final Governor governor;
    private final ResidentId resident;
    private final Shortages shortages;
    private final MindProbe probe;
    private final InstantSource wall;
    private ModelUsage used = ModelUsage.NONE;
    private Optional<String> refusal = Optional.empty();

    Purse(Governor governor, ResidentId resident, Shortages shortages, MindProbe probe, InstantSource wall) {
        this.governor = governor;
        this.resident = resident;
        this.shortages = shortages;
        this.probe = probe;
        this.wall = wall;
    }

    @Override
    public Permit reserve(String provider, ModelUsage most) {
        var estimate = new Estimate(most.inputTokens(), most.outputTokens(), most.costMicros());
        var now = wall.instant();
        return switch (governor.reserve(resident, provider, estimate, now)) {
            case Granted(var reservation) -> {
                shortages.granted(provider, now);
                yield new Permit.Granted(reply -> settle(reservation, reply));
            }
            case Declined declined -> decline(declined, now);
        };
    }

    /// By all tries that are over.
    ModelUsage used() {
        return used;
    }

    /// Why the resident or the city, and not a provider alone, could not pay for a try; in words.
    Optional<String> findRefusal() {
        return refusal;
    }

    private void settle(Reservation reservation, ModelReply reply) {
        if (reply instanceof ModelReply.Full) {
            governor.release(reservation, wall.instant());
            return;
        }
        var usage = reply.usage();
        used = used.plus(usage);
        governor.settle(reservation, spend(usage), wall.instant());
        probe.called(reply);
    }

    /// As budgets count it.
    static Spend spend(ModelUsage usage) {
        return new Spend(usage.calls(), usage.inputTokens() + usage.outputTokens(), usage.costMicros());
    }

    private Permit decline(Declined declined, Instant now) {
        shortages.declined(declined);
        if (!(declined.payer() instanceof Payer.Provider)) {
            refusal = Optional.of(declined.words());
        }
        return new Permit.Declined(declined.words(), declined.left(now));
    }
}
