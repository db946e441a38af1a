package city.app.conform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.OptionalLong;

/// Reads what passes between a mind and the city, as far as it can be read.
final class Words {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Words() {}

    /// A missing node when it is no JSON.
    static JsonNode read(byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /// Empty when it is no whole number of a question.
    static OptionalLong number(JsonNode node) {
        return node.isNumber() && node.canConvertToLong() && node.canConvertToExactIntegral()
                ? OptionalLong.of(node.asLong())
                : OptionalLong.empty();
    }

    /// Why a problem is one.
    static String detail(JsonNode problem) {
        return problem.path("detail").asText("");
    }

    /// A mind's words may be repeated in it.
    static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
