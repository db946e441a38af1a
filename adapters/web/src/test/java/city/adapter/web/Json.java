package city.adapter.web;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// A JSON value in which what is asked for must be there.
record Json(JsonNode node) {
    static Json of(String text) throws IOException {
        return new Json(Objects.requireNonNull(JsonMapper.createDefault().readValue(text, JsonNode.class)));
    }

    boolean has(String name) {
        return node.get(name) != null;
    }

    Json get(String name) {
        return new Json(Objects.requireNonNull(node.get(name), () -> name + " is missing"));
    }

    Json get(int index) {
        return new Json(Objects.requireNonNull(node.get(index), () -> "there is no item " + index));
    }

    List<Json> values() {
        return StreamSupport.stream(node.values().spliterator(), false)
                .map(Json::new)
                .toList();
    }

    List<Map.Entry<String, Json>> entries() {
        return StreamSupport.stream(node.entries().spliterator(), false)
                .map(it -> Map.entry(it.getKey(), new Json(it.getValue())))
                .toList();
    }

    int size() {
        return node.size();
    }

    boolean isNull() {
        return node.isNull();
    }

    boolean truth() {
        return node.getBooleanValue();
    }

    long number() {
        return node.getLongValue();
    }

    double decimal() {
        return node.getDoubleValue();
    }

    String text() {
        return node.coerceStringValue();
    }
}
