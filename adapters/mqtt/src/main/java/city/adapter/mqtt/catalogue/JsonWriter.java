package city.adapter.mqtt.catalogue;

import java.util.List;
import java.util.Map;

/// Writes a tree of maps, lists, texts, numbers and flags as compact JSON, in the order of the maps.
public final class JsonWriter {
    private JsonWriter() {}

    public static String write(Object tree) {
        var out = new StringBuilder();
        append(tree, out);
        return out.toString();
    }

    static String quoted(String text) {
        var out = new StringBuilder();
        quote(text, out);
        return out.toString();
    }

    private static void append(Object tree, StringBuilder out) {
        switch (tree) {
            case Map<?, ?> map -> appendMap(map, out);
            case List<?> list -> appendList(list, out);
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> quote(tree.toString(), out);
        }
    }

    private static void appendMap(Map<?, ?> map, StringBuilder out) {
        var separator = '{';
        for (var entry : map.entrySet()) {
            out.append(separator);
            quote(entry.getKey().toString(), out);
            append(entry.getValue(), out.append(':'));
            separator = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void appendList(List<?> list, StringBuilder out) {
        var separator = '[';
        for (var each : list) {
            append(each, out.append(separator));
            separator = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                out.append('\\').append((char) unit);
            } else if (unit < 0x20) {
                out.append("\\u%04x".formatted(unit));
            } else {
                out.append((char) unit);
            }
        });
        out.append('"');
    }
}
