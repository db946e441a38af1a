package city.agents.domain.budget;

/// The most that one call can use. Only if it is that does a budget hold to the last millionth.
///
/// @param costMicros millionths of the unit of money in which the prices are given
public record Estimate(long inputTokens, long maxOutputTokens, long costMicros) {
    /// A million of units of money, far above any call, so that no sum of those under way overflows.
    private static final long MAX = 1_000_000_000_000L;

    public Estimate {
        require("inputTokens", inputTokens);
        require("maxOutputTokens", maxOutputTokens);
        require("costMicros", costMicros);
    }

    /// What is booked for a call of which nobody knows what it cost, such as one that timed out.
    public Spend inFull() {
        return Spend.ofCall(inputTokens, maxOutputTokens, costMicros);
    }

    private static void require(String name, long value) {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("%s must be within 0..%d: %d".formatted(name, MAX, value));
        }
    }
}
