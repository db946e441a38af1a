package city.adapter.web.description;

import city.adapter.web.WebSettings;
import city.adapter.web.input.Page;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The description that the compiler wrote, in order: the generator leaves marks of its own in it, schemas without a
/// type, and nothing of the headers that every answer has.
@Singleton
final class ApiDocument {
    private static final String RESOURCE = "/META-INF/swagger/city.json";

    /// Marks of the generator that no OpenAPI document knows.
    private static final List<String> FOREIGN = List.of("exampleSetFlag", "allowableValues");

    private final Map<String, Object> document;

    ApiDocument(JsonMapper mapper, WebSettings settings) {
        document = read(mapper);
        tidy(document);
        object(document.get("info")).put("version", settings.version());
        for (var path : object(document.get("paths")).values()) {
            for (var operation : object(path).values()) {
                tidyOperation(object(operation));
            }
        }
    }

    Map<String, Object> document() {
        return document;
    }

    private static void tidyOperation(Map<String, Object> operation) {
        var responses = object(operation.get("responses"));
        responses.forEach((status, response) -> tidyResponse(status, object(response)));
        var inOrder = new LinkedHashMap<String, Object>();
        responses.keySet().stream().sorted().forEach(it -> inOrder.put(it, responses.get(it)));
        operation.put("responses", inOrder);
        if (operation.get("parameters") instanceof List<?> parameters) {
            parameters.forEach(it -> tidyParameter(object(it)));
        }
    }

    private static void tidyResponse(String status, Map<String, Object> response) {
        if (String.valueOf(response.get("description")).endsWith(" " + status + " response")) {
            response.put("description", "The answer");
        }
        object(response.get("content")).values().forEach(it -> {
            if (!object(object(it).get("schema")).containsKey("$ref")) {
                typed(object(it));
            }
        });
        var headers = new LinkedHashMap<String, Object>();
        headers.put("City-Sequence", header("The sequence of the last event that the answer reflects", "integer"));
        if (status.equals("201")) {
            headers.put("Location", header("Where the new thing is read", "string"));
        }
        if (status.equals("503")) {
            headers.put("Retry-After", header("Seconds after which to ask again", "integer"));
        }
        response.put("headers", headers);
    }

    private static Map<String, Object> header(String description, String type) {
        return Map.of("description", description, "schema", Map.of("type", type));
    }

    /// A parameter may be left out, which the generator takes for being null.
    private static void tidyParameter(Map<String, Object> parameter) {
        typed(parameter);
        var schema = object(parameter.get("schema"));
        if (schema.get("type") instanceof List<?> types) {
            schema.put(
                    "type",
                    types.stream()
                            .filter(it -> !it.equals("null"))
                            .reduce((_, last) -> last)
                            .orElseThrow());
        }
        if ("limit".equals(parameter.get("name"))) {
            schema.putAll(Map.of("minimum", 1, "maximum", Page.MAX_LIMIT, "default", Page.DEFAULT_LIMIT));
        }
        if ("integer".equals(schema.get("type")) && parameter.get("example") instanceof String number) {
            parameter.put("example", Integer.valueOf(number));
        }
    }

    /// What the generator knows no type of is text.
    private static void typed(Map<String, Object> holder) {
        var schema = new LinkedHashMap<>(object(holder.get("schema")));
        schema.putIfAbsent("type", "string");
        holder.put("schema", schema);
    }

    private static void tidy(@Nullable Object node) {
        if (node instanceof List<?> list) {
            list.forEach(ApiDocument::tidy);
        }
        if (node instanceof Map<?, ?>) {
            var object = object(node);
            object.keySet().removeAll(FOREIGN);
            if (object.get("properties") instanceof Map<?, ?> && !object.containsKey("type")) {
                object.put("type", "object");
            }
            object.values().forEach(ApiDocument::tidy);
            tidyNull(object);
        }
    }

    /// What may be null, the generator writes as "null and this at once", or as of any type.
    private static void tidyNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof List<?> types && types.contains("null") && types.size() > 2) {
            schema.put("type", types.stream().filter(it -> !it.equals("object")).toList());
        }
        if ("null".equals(schema.get("type")) && schema.remove("allOf") instanceof List<?> of) {
            schema.remove("type");
            schema.put("anyOf", List.of(of.getFirst(), Map.of("type", "null")));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    private static Map<String, Object> read(JsonMapper mapper) {
        try (var in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not in the JAR");
            }
            return mapper.readValue(in, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
