package city.app.minds;

import city.adapter.llm.Price;
import city.adapter.llm.ProviderSettings;
import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of the file that says what thinking may cost. A budget that would limit nothing is refused: one of a
/// provider that is not there, and one of money where nothing has a price.
final class BudgetFields {
    private BudgetFields() {}

    static Budgets read(Fields fields, List<ProviderSettings> providers) {
        boolean isPriced = providers.stream().anyMatch(BudgetFields::isPriced);
        var nobody = isPriced ? "" : "no provider has a price";
        return new Budgets(
                fields.part("city").read(it -> allowance(it, "", nobody)),
                fields.part("providers").read(it -> ofProviders(it, providers)),
                fields.part("resident").read(it -> allowance(it, "", nobody)));
    }

    private static Map<String, Allowance> ofProviders(Fields fields, List<ProviderSettings> providers) {
        var allowances = new LinkedHashMap<String, Allowance>();
        for (var name : fields.names()) {
            var provider = providers.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> fields.wrong(name, "is no provider; there are " + names(providers)));
            var free = isPriced(provider) ? "" : name + " has no price";
            allowances.put(name, fields.part(name).read(it -> allowance(it, "", free)));
        }
        return allowances;
    }

    private static String names(List<ProviderSettings> providers) {
        return String.join(", ", providers.stream().map(ProviderSettings::name).toList());
    }

    private static boolean isPriced(ProviderSettings provider) {
        return !provider.price().equals(Price.free());
    }

    /// @param prefix stands before each name
    /// @param free   why no money is spent; empty where some is
    static Allowance allowance(Fields fields, String prefix, String free) {
        return new Allowance(limit(fields, prefix, "_per_minute", free), limit(fields, prefix, "_per_day", free));
    }

    private static Limit limit(Fields fields, String prefix, String period, String free) {
        var money = fields.findMicros(prefix + "money" + period);
        if (money.isPresent() && !free.isEmpty()) {
            throw fields.wrong(prefix + "money" + period, "limits nothing, as " + free);
        }
        return new Limit(
                fields.findNumber(prefix + "calls" + period, 0, Limit.UNLIMITED).orElse(Limit.UNLIMITED),
                fields.findNumber(prefix + "tokens" + period, 0, Limit.UNLIMITED)
                        .orElse(Limit.UNLIMITED),
                money.orElse(Limit.UNLIMITED));
    }
}
