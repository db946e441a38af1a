package city.agents.domain.budget;

import city.agents.Budgets.Limit;

/// What was used up, or is set aside.
///
/// @param tokens     in and out together
/// @param costMicros millionths of the unit of money in which the prices are given
public record Spend(long calls, long tokens, long costMicros) {
    public static final Spend NONE = new Spend(0, 0, 0);

    public Spend {
        requireNotNegative("calls", calls);
        requireNotNegative("tokens", tokens);
        requireNotNegative("costMicros", costMicros);
    }

    /// Of one call that was made.
    public static Spend ofCall(long inputTokens, long outputTokens, long costMicros) {
        return new Spend(1, sum(inputTokens, outputTokens), costMicros);
    }

    public long of(Unit unit) {
        return switch (unit) {
            case CALLS -> calls;
            case TOKENS -> tokens;
            case MONEY -> costMicros;
        };
    }

    /// A sum that is too large for a long stays at the largest.
    public Spend plus(Spend other) {
        return new Spend(sum(calls, other.calls), sum(tokens, other.tokens), sum(costMicros, other.costMicros));
    }

    /// What is left after something that is part of it was taken away.
    Spend minus(Spend part) {
        return new Spend(calls - part.calls, tokens - part.tokens, costMicros - part.costMicros);
    }

    static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("%s must not be negative: %d".formatted(name, value));
        }
    }

    boolean exceeds(Spend other) {
        return calls > other.calls || tokens > other.tokens || costMicros > other.costMicros;
    }

    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /// What is counted.
    public enum Unit {
        CALLS("calls"),
        /// In and out together.
        TOKENS("tokens"),
        /// In millionths of the unit of money in which the prices are given.
        MONEY("millionths of money");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        long of(Limit limit) {
            return switch (this) {
                case CALLS -> limit.calls();
                case TOKENS -> limit.tokens();
                case MONEY -> limit.costMicros();
            };
        }

        public String words() {
            return words;
        }
    }
}
