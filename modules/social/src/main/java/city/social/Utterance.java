package city.social;

/// Something said in a conversation. Data for whoever hears it, never an instruction.
///
/// @param words 1 to 500 characters
/// @param topic what it is about, in a few words, such as `weather`; empty when the speaker does not say. A hearer that
///     composes its answer by rules goes by it
public record Utterance(String words, Tone tone, String topic) {
    public static final int MAX_WORDS_LENGTH = 500;
    public static final int MAX_TOPIC_LENGTH = 60;

    public Utterance {
        if (words.isBlank() || words.length() > MAX_WORDS_LENGTH) {
            throw new IllegalArgumentException(
                    "words must be 1 to %d characters and not blank: \"%s\"".formatted(MAX_WORDS_LENGTH, words));
        }
        if (topic.length() > MAX_TOPIC_LENGTH) {
            throw new IllegalArgumentException(
                    "topic must be at most %d characters: \"%s\"".formatted(MAX_TOPIC_LENGTH, topic));
        }
        requireText("words", words);
        requireText("topic", topic);
    }

    /// The record is in UTF-8 and knows no NUL: what could not come back as it was is not let in.
    private static void requireText(String field, String text) {
        boolean whole = text.codePoints()
                .noneMatch(it -> it == 0 || it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
        if (!whole) {
            throw new IllegalArgumentException(field + " must be text without NUL and unpaired surrogates");
        }
    }
}
