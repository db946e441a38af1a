package city.agents.domain.budget;

import city.agents.domain.budget.Spend.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a call may be made.
public sealed interface Verdict {
    record Granted(Reservation reservation) implements Verdict {}

    /// Where several budgets have no room, the one that has none for longest.
    ///
    /// @param limit of that budget
    /// @param until when its period is over; empty when more is needed than the whole budget, so that waiting does
    ///     not help. Room may come earlier, when another call used less than was set aside for it
    record Declined(Payer payer, Unit unit, Period period, long limit, Optional<Instant> until) implements Verdict {
        /// For how long there is no room; empty when waiting does not help.
        public Optional<Duration> left(Instant now) {
            return until.map(it -> Duration.between(now, it)).map(it -> it.isNegative() ? Duration.ZERO : it);
        }

        /// As `the city may use 100 calls a minute, and has no room until 2026-11-01T10:01:00Z`.
        public String words() {
            var budget = payer.words() + " may use " + limit + " " + unit.words() + " a " + period.words();
            return until.map(it -> budget + ", and has no room until " + it)
                    .orElse(budget + ", and one call needs more than that");
        }
    }
}
