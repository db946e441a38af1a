package city.adapter.scenario.text;

import city.adapter.scenario.text.Probe.Pass;
import city.adapter.scenario.text.Shape.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes the JSON Schema of all files that a reader reads, by asking the reader.
public final class SchemaText {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private SchemaText() {}

    /// @param reader asked several times, with other answers each time
    public static String of(String title, String description, Consumer<Section> reader) {
        var root = new Thing("root");
        Pass.ALL.forEach(pass -> reader.accept(Probe.of(root, pass)));
        var definitions = new LinkedHashMap<String, Object>();
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", DIALECT);
        schema.put("title", title);
        schema.put("description", description);
        schema.putAll(root.schema(definitions));
        if (!definitions.isEmpty()) {
            schema.put(Shape.DEFINITIONS, definitions);
        }
        return json(schema, "") + "\n";
    }

    private static String json(Object value, String indent) {
        return switch (value) {
            case Map<?, ?> map -> object(map, indent);
            case List<?> list -> array(list, indent);
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> quoted(value.toString());
        };
    }

    private static String object(Map<?, ?> map, String indent) {
        var deeper = indent + "  ";
        return map.isEmpty()
                ? "{}"
                : map.entrySet().stream()
                        .map(it -> deeper + quoted(it.getKey().toString()) + ": " + json(it.getValue(), deeper))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String array(List<?> list, String indent) {
        boolean simple = list.stream().noneMatch(it -> it instanceof Map<?, ?> || it instanceof List<?>);
        var deeper = indent + "  ";
        return simple
                ? list.stream().map(it -> json(it, deeper)).collect(Collectors.joining(", ", "[", "]"))
                : list.stream()
                        .map(it -> deeper + json(it, deeper))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    /// What is written here has no control characters.
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
