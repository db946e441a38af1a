package city.agents.spi;

/// What a question, or one try of it, used up.
///
/// @param calls      that went to a provider
/// @param costMicros millionths of the unit of money in which the prices are given
public record ModelUsage(int calls, long inputTokens, long outputTokens, long costMicros) {
    /// Nobody was asked.
    public static final ModelUsage NONE = new ModelUsage(0, 0, 0, 0);

    /// Somebody was asked and charges nothing for it.
    public static final ModelUsage UNCHARGED = ofCall(0, 0, 0);

    public ModelUsage {
        requireNotNegative("calls", calls);
        requireNotNegative("inputTokens", inputTokens);
        requireNotNegative("outputTokens", outputTokens);
        requireNotNegative("costMicros", costMicros);
    }

    public static ModelUsage ofCall(long inputTokens, long outputTokens, long costMicros) {
        return new ModelUsage(1, inputTokens, outputTokens, costMicros);
    }

    public ModelUsage plus(ModelUsage other) {
        return new ModelUsage(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costMicros + other.costMicros);
    }

    private static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
    }
}
