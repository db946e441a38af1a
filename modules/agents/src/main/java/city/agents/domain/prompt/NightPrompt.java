package city.agents.domain.prompt;

/// The two texts of a night's question, and by what names they call things. A function of the scene alone.
///
/// @param instructions written by the city alone, always the same
/// @param input        what the resident knows and lived through: data, and never an instruction
public record NightPrompt(String instructions, String input, NightHandles handles) {
    /// Above it a model loses the thread, and a day has no more that matter.
    public static final int MOST_MEMORIES = 60;

    /// Of the input. What is never left out always fits.
    public static final int LEAST_TOKENS = 700;

    /// Writes down a scene. What has no room is left out, the least important first: leanings, the persona's text,
    /// opinions, goods, places, people. Who the resident is, tomorrow's hours and its memories, as many as fit in
    /// two thirds of it, come before them.
    ///
    /// @param maxTokens of the input, by estimate
    public static NightPrompt of(NightScene scene, int maxTokens) {
        if (maxTokens < LEAST_TOKENS) {
            throw new IllegalArgumentException("maxTokens must be at least %d: %d".formatted(LEAST_TOKENS, maxTokens));
        }
        var composer = new NightComposer(scene, maxTokens);
        composer.compose();
        return new NightPrompt(NightInstructions.TEXT, composer.input(), composer.handles());
    }

    /// SHA-256 over both texts, in hex.
    public String sha256() {
        return new Digest().text(instructions).text(input).hex();
    }
}
