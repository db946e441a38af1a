package city.adapter.llm;

import city.agents.spi.ModelUsage;

/// What a provider charges for a million tokens, in millionths of a unit of money: 0.15 dollars are 150,000.
public record Price(long inputMicrosPerMillion, long outputMicrosPerMillion) {
    private static final long MILLION = 1_000_000;

    /// A thousand units for a million tokens: above any price there is, and low enough for no product to overflow.
    private static final long MAX_MICROS = 1_000 * MILLION;

    public Price {
        requireSensible("inputMicrosPerMillion", inputMicrosPerMillion);
        requireSensible("outputMicrosPerMillion", outputMicrosPerMillion);
    }

    public static Price free() {
        return new Price(0, 0);
    }

    /// Rounded up to a millionth, so that a budget never counts too little.
    public ModelUsage of(int inputTokens, int outputTokens) {
        var cost = inputTokens * inputMicrosPerMillion + outputTokens * outputMicrosPerMillion;
        return ModelUsage.ofCall(inputTokens, outputTokens, Math.ceilDiv(cost, MILLION));
    }

    private static void requireSensible(String name, long micros) {
        if (micros < 0 || micros > MAX_MICROS) {
            throw new IllegalArgumentException("%s must be within 0..%d: %d".formatted(name, MAX_MICROS, micros));
        }
    }
}
