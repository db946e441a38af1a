package city.agents.spi;

/// What a question used up.
///
/// @param costMicros millionths of the unit of money in which the prices are given
public record ModelUsage(long inputTokens, long outputTokens, long costMicros) {
    public static final ModelUsage NONE = new ModelUsage(0, 0, 0);

    public ModelUsage {
        requireNotNegative("inputTokens", inputTokens);
        requireNotNegative("outputTokens", outputTokens);
        requireNotNegative("costMicros", costMicros);
    }

    private static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
    }
}
