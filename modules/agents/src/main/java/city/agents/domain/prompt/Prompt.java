package city.agents.domain.prompt;

/// The two texts of one question, and by what names they call things. A function of the scene alone: the same on every
/// machine, whatever its language and time.
///
/// @param instructions written by the city alone, always the same
/// @param input        the resident's situation: data, and never an instruction
/// @param memories     how many of the scene's memories stand in it, the first before the others
public record Prompt(String instructions, String input, Handles handles, int memories) {
    /// Of the input. Room for a full talk, a crowd and some seven memories.
    public static final int USUAL_TOKENS = 1_200;

    /// Of the input. What is never left out always fits.
    public static final int LEAST_TOKENS = 700;

    /// Writes down a scene. What has no room is left out, the least important first: jobs, leanings, wishes, the
    /// persona's text, memories, opinions, plan, parties, places, goods, pursuit, people. Why it is asked, who and
    /// where the resident is, how it feels and what was said last are always there. All memories together have 200
    /// tokens at most, so that a long life costs no more than a short one.
    ///
    /// @param maxTokens of the input, as {@link Prompt#tokens} counts
    public static Prompt of(Scene scene, int maxTokens) {
        if (maxTokens < LEAST_TOKENS) {
            throw new IllegalArgumentException("maxTokens must be at least %d: %d".formatted(LEAST_TOKENS, maxTokens));
        }
        var composer = new Composer(scene, maxTokens);
        composer.compose();
        return new Prompt(Instructions.TEXT, composer.input(), composer.handles(), composer.memories());
    }

    /// An estimate for both texts: one for four ASCII characters, and one for two bytes in UTF-8 of all others.
    public int tokens() {
        return Tokens.of(instructions) + Tokens.of(input);
    }

    /// SHA-256 over both texts, in hex.
    public String sha256() {
        return new Digest().text(instructions).text(input).hex();
    }
}
