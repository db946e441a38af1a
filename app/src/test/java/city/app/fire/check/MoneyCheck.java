package city.app.fire.check;

import java.util.ArrayList;
import java.util.List;

/// All accounts sum to zero, and no resident owes.
public final class MoneyCheck {
    private static final int RESIDENT = 3;

    private MoneyCheck() {}

    /// @param kind  0 mint, 1 treasury, 2 firm, 3 resident
    /// @param minor units of money
    public record Balance(int kind, long minor) {}

    /// @param balances as of one moment
    public static List<String> breaches(List<Balance> balances) {
        var breaches = new ArrayList<String>();
        long sum = balances.stream().mapToLong(Balance::minor).sum();
        if (sum != 0) {
            breaches.add("money: all accounts sum to %d".formatted(sum));
        }
        balances.stream()
                .filter(it -> it.kind() == RESIDENT && it.minor() < 0)
                .map(it -> "money: a resident has %d".formatted(it.minor()))
                .forEach(breaches::add);
        if (balances.isEmpty()) {
            breaches.add("money: there are no accounts");
        }
        return breaches;
    }
}
