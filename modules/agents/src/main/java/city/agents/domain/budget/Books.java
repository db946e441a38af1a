package city.agents.domain.budget;

import city.agents.Budgets.Limit;
import city.agents.domain.budget.Spend.Unit;
import city.world.ResidentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was spent in the periods of a moment: what a governor hands to the one after a restart.
public record Books(Instant asOf, List<Page> pages) {
    public Books {
        pages = List.copyOf(pages);
    }

    /// Of a city that never asked a model.
    public static Books empty(Instant now) {
        return new Books(now, List.of());
    }

    /// From what calls used: each counts for the resident, for the provider and for the city.
    ///
    /// @param minute charges in the minute of that moment
    /// @param day    those in its day, that minute included
    public static Books of(Instant now, List<Charge> minute, List<Charge> day) {
        var inMinute = byPayer(minute);
        var pages = new ArrayList<Page>();
        byPayer(day)
                .forEach((payer, inDay) -> pages.add(new Page(payer, inMinute.getOrDefault(payer, Spend.NONE), inDay)));
        return new Books(now, pages);
    }

    private static Map<Payer, Spend> byPayer(List<Charge> charges) {
        var spent = new LinkedHashMap<Payer, Spend>();
        for (var charge : charges) {
            spent.merge(new Payer.City(), charge.spend(), Spend::plus);
            spent.merge(new Payer.Provider(charge.provider()), charge.spend(), Spend::plus);
            spent.merge(new Payer.Resident(charge.resident()), charge.spend(), Spend::plus);
        }
        return spent;
    }

    /// What calls for a resident to a provider used.
    public record Charge(ResidentId resident, String provider, Spend spend) {}

    /// @param minute in the minute of that moment
    /// @param day    in its day, that minute included
    public record Page(Payer payer, Spend minute, Spend day) {}

    /// How much of a budget is used.
    ///
    /// @param reserved by calls under way
    /// @param endsAt   when the period is over
    public record Standing(Payer payer, Period period, Limit limit, Spend spent, Spend reserved, Instant endsAt) {
        /// What may be used still; [Limit#UNLIMITED] where there is no budget.
        public long left(Unit unit) {
            long most = unit.of(limit);
            return most == Limit.UNLIMITED ? most : Math.max(0, most - Spend.sum(spent.of(unit), reserved.of(unit)));
        }
    }
}
