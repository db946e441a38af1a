package city.agents.domain.budget;

import city.agents.Budgets.Limit;
import java.time.Instant;
import java.util.List;

/// What was spent in the periods of a moment: what a governor hands to the one after a restart.
public record Books(Instant asOf, List<Page> pages) {
    public Books {
        pages = List.copyOf(pages);
    }

    /// Of a city that never asked a model.
    public static Books empty(Instant now) {
        return new Books(now, List.of());
    }

    /// @param minute in the minute of that moment
    /// @param day    in its day, that minute included
    public record Page(Payer payer, Spend minute, Spend day) {}

    /// How much of a budget is used.
    ///
    /// @param reserved by calls under way
    /// @param endsAt   when the period is over
    public record Standing(Payer payer, Period period, Limit limit, Spend spent, Spend reserved, Instant endsAt) {}
}
