package city.agents.application.minds;

import city.agents.domain.budget.Payer;
import city.agents.domain.budget.Period;
import city.agents.domain.budget.Verdict.Declined;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Says when a budget of the city or of a provider has no room, and when it is whole again: once each, and not for
/// every question that meets it. Room that comes within the period, when a call used less than was set aside for it, is
/// not spoken of. It holds an entry for each budget that has none. Safe from any thread.
final class Shortages {
    private final Consumer<String> says;
    private final Map<Budget, Instant> until = new HashMap<>();

    /// @param isTooSmall whether one call needs more than the whole of it, which no time mends
    private record Budget(Payer payer, Period period, boolean isTooSmall) {}

    Shortages(Consumer<String> says) {
        this.says = says;
    }

    synchronized void declined(Declined declined) {
        if (declined.payer() instanceof Payer.Resident) {
            return;
        }
        var budget =
                new Budget(declined.payer(), declined.period(), declined.until().isEmpty());
        if (until.put(budget, declined.until().orElse(Instant.MAX)) == null) {
            says.accept(declined.words());
        }
    }

    /// A try was let through that these pay for, too.
    synchronized void granted(String provider, Instant now) {
        if (until.isEmpty()) {
            return;
        }
        var payers = List.of(new Payer.City(), new Payer.Provider(provider));
        until.entrySet().removeIf(it -> {
            boolean isOver = payers.contains(it.getKey().payer()) && !now.isBefore(it.getValue());
            if (isOver) {
                says.accept(words(it.getKey()));
            }
            return isOver;
        });
    }

    private static String words(Budget budget) {
        return "%s has a whole budget for a %s again"
                .formatted(budget.payer().words(), budget.period().words());
    }
}
