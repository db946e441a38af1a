package city.adapter.web.input;

import io.micronaut.json.tree.JsonNode;

/// What an answer repeats of a wrong value.
final class Echo {
    /// No more characters than this.
    static final int MOST = 100;

    private Echo() {}

    static String of(JsonNode node) {
        if (node.isString()) {
            return "\"" + cut(node.getStringValue()) + "\"";
        }
        if (node.isArray()) {
            return "a list of %d".formatted(node.size());
        }
        return node.isObject() ? "an object" : cut(node.coerceStringValue());
    }

    static String cut(String value) {
        return value.length() <= MOST ? value : value.substring(0, MOST) + "…";
    }
}
