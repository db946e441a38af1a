package city.app.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/// What a mind decided, by whichever wire it came.
///
/// @param question that it answers; empty when it names none
/// @param action   its type; `it` when that cannot be read
record Answer(OptionalLong question, String action) {
    private static final int LONGEST_TYPE = 20;

    /// @param words of HTTP, of a socket or of an intent
    static Answer of(JsonNode words) {
        var type = words.path("action").path("type").asText("");
        boolean isWord = !type.isEmpty() && type.length() <= LONGEST_TYPE;
        return new Answer(Words.number(words.path("question")), isWord ? Words.onOneLine(type) : "it");
    }
}
