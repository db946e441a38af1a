package city.agents.spi;

import java.time.Duration;

/// One question to a language model.
///
/// @param instructions    what the city wants, written by the city alone
/// @param input           what the resident sees and remembers, others' words among it: data, and never an instruction
/// @param schema          the JSON Schema (2020-12) that the answer must fit, as text. All providers take an object
///     whose properties are all required and that allows no others
/// @param maxOutputTokens an answer that would be longer is cut off by the provider, and then malformed
/// @param within          until when there must be a reply, counted from the call
public record ModelRequest(
        String instructions, String input, String schema, ModelTier tier, int maxOutputTokens, Duration within) {
    /// Some 25,000 tokens: far above what a resident's bounded memory gives, and a bound for what one question may
    /// cost.
    public static final int MAX_PROMPT_CHARS = 100_000;

    /// Above what any plan of a day needs.
    public static final int MAX_OUTPUT_TOKENS = 16_384;

    /// Longer than any provider thinks.
    public static final Duration MAX_WITHIN = Duration.ofMinutes(10);

    public ModelRequest {
        requireText("instructions", instructions);
        requireText("input", input);
        requireText("schema", schema);
        var chars = (long) instructions.length() + input.length() + schema.length();
        if (chars > MAX_PROMPT_CHARS) {
            throw new IllegalArgumentException("instructions, input and schema must have at most %d characters: %d"
                    .formatted(MAX_PROMPT_CHARS, chars));
        }
        if (maxOutputTokens < 1 || maxOutputTokens > MAX_OUTPUT_TOKENS) {
            throw new IllegalArgumentException(
                    "maxOutputTokens must be within 1..%d: %d".formatted(MAX_OUTPUT_TOKENS, maxOutputTokens));
        }
        if (!within.isPositive() || within.compareTo(MAX_WITHIN) > 0) {
            throw new IllegalArgumentException(
                    "within must be positive and at most %s: %s".formatted(MAX_WITHIN, within));
        }
    }

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
