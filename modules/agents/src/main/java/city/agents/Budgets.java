package city.agents;

import java.util.Map;

/// What thinking may cost.
///
/// @param providers by the name that the operator gave them; who is not named has no budget of its own
/// @param resident  for each one alone
public record Budgets(Allowance city, Map<String, Allowance> providers, Allowance resident) {
    /// Without any limit.
    public static final Budgets NONE = new Budgets(Allowance.NONE, Map.of(), Allowance.NONE);

    public Budgets {
        providers = Map.copyOf(providers);
        if (providers.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("providers must be named: a name is blank");
        }
    }

    /// What one payer may use; what it needs must fit both.
    public record Allowance(Limit perMinute, Limit perDay) {
        public static final Allowance NONE = new Allowance(Limit.NONE, Limit.NONE);
    }

    /// The most that may be used within one period; zero forbids.
    ///
    /// @param costMicros millionths of the unit of money in which the prices are given
    public record Limit(long calls, long tokens, long costMicros) {
        /// In place of a number where there is no budget.
        public static final long UNLIMITED = Long.MAX_VALUE;

        public static final Limit NONE = new Limit(UNLIMITED, UNLIMITED, UNLIMITED);

        public Limit {
            requireNotNegative("calls", calls);
            requireNotNegative("tokens", tokens);
            requireNotNegative("costMicros", costMicros);
        }

        public static Limit ofCalls(long calls) {
            return new Limit(calls, UNLIMITED, UNLIMITED);
        }

        public static Limit ofTokens(long tokens) {
            return new Limit(UNLIMITED, tokens, UNLIMITED);
        }

        public static Limit ofMoney(long costMicros) {
            return new Limit(UNLIMITED, UNLIMITED, costMicros);
        }

        private static void requireNotNegative(String name, long value) {
            if (value < 0) {
                throw new IllegalArgumentException("%s must not be negative: %d".formatted(name, value));
            }
        }
    }
}
