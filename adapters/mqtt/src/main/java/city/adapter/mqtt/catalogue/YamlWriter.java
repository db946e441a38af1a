package city.adapter.mqtt.catalogue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes a tree of maps, lists, texts, numbers and flags as block YAML, in the order of the maps. Whatever
/// could be read as something else is quoted as in JSON, which YAML 1.2 contains.
final class YamlWriter {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z$_][A-Za-z0-9$_-]*");

    private YamlWriter() {}

    static String write(Map<String, ?> tree) {
        var out = new StringBuilder();
        appendMap(tree, 0, out);
        return out.toString();
    }

    private static void appendMap(Map<?, ?> map, int indent, StringBuilder out) {
        map.forEach((key, value) -> {
            var name = key.toString();
            out.repeat(' ', indent).append(PLAIN_KEY.matcher(name).matches() ? name : JsonWriter.quoted(name));
            out.append(':');
            appendValue(value, indent, out);
        });
    }

    private static void appendValue(Object value, int indent, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> appendMap(map, indent + 2, out.append('\n'));
            case List<?> list when !list.isEmpty() -> appendList(list, indent + 2, out.append('\n'));
            default -> out.append(' ').append(JsonWriter.write(value)).append('\n');
        }
    }

    /// A map in a list begins on the dash's line.
    private static void appendList(List<?> list, int indent, StringBuilder out) {
        for (var each : list) {
            if (each instanceof Map<?, ?> map && !map.isEmpty()) {
                var item = new StringBuilder();
                appendMap(map, indent + 2, item);
                out.repeat(' ', indent).append("- ").append(item, indent + 2, item.length());
            } else {
                out.repeat(' ', indent).append('-');
                appendValue(each, indent, out);
            }
        }
    }
}
