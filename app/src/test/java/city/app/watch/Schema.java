package city.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// As much of JSON Schema as the catalogue of topics uses; a word that it does not know is an error, not a pass.
final class Schema {
    private static final Set<String> KNOWN = Set.of(
            "type",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "oneOf",
            "enum",
            "const",
            "minimum",
            "pattern",
            "format",
            "description");

    private Schema() {}

    /// What is wrong with a value, each with its place; empty when it fits.
    static List<String> errors(Map<String, Object> schema, @Nullable Object value, String at) {
        var errors = new ArrayList<String>();
        schema.keySet().stream().filter(it -> !KNOWN.contains(it)).forEach(it -> errors.add("unknown word " + it));
        if (schema.get("oneOf") instanceof List<?> choices) {
            long fitting = choices.stream()
                    .filter(it -> errors(Json.object(it), value, at).isEmpty())
                    .count();
            if (fitting != 1) {
                errors.add("%s fits %d of oneOf: %s".formatted(at, fitting, value));
            }
        }
        boolean fits = fitsType(schema.get("type"), value)
                && (!(schema.get("enum") instanceof List<?> words) || words.contains(value))
                && (!schema.containsKey("const") || schema.get("const").equals(value))
                && (!(schema.get("minimum") instanceof Number least)
                        || value instanceof Number number && number.doubleValue() >= least.doubleValue())
                && (!(schema.get("pattern") instanceof String pattern)
                        || String.valueOf(value).matches(pattern))
                && fitsFormat(schema.get("format"), String.valueOf(value));
        if (!fits) {
            errors.add("%s: %s is not %s".formatted(at, value, schema));
        } else if (value instanceof Map<?, ?>) {
            errorsInside(schema, Json.object(value), at, errors);
        } else if (value instanceof List<?> list && schema.containsKey("items")) {
            list.forEach(it -> errors.addAll(errors(Json.object(schema.get("items")), it, at + "[]")));
        }
        return errors;
    }

    private static void errorsInside(
            Map<String, Object> schema, Map<String, Object> object, String at, List<String> errors) {
        if (schema.get("required") instanceof List<?> names) {
            names.stream().filter(it -> !object.containsKey(it)).forEach(it -> errors.add(at + " lacks " + it));
        }
        var properties =
                schema.get("properties") instanceof Map<?, ?> map ? Json.object(map) : Map.<String, Object>of();
        object.forEach((name, value) -> {
            var rule = properties.getOrDefault(name, schema.get("additionalProperties"));
            if (rule != null) {
                errors.addAll(errors(Json.object(rule), value, at + "." + name));
            }
        });
    }

    private static boolean fitsType(@Nullable Object rule, @Nullable Object value) {
        if (rule instanceof List<?> choices) {
            return choices.stream().anyMatch(it -> fitsType(it, value));
        }
        return switch (rule == null ? "any" : rule.toString()) {
            case "null" -> value == null;
            case "any" -> true;
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            default -> false;
        };
    }

    private static boolean fitsFormat(@Nullable Object format, String value) {
        try {
            return switch (format == null ? "any" : format.toString()) {
                case "any" -> true;
                case "uuid" -> UUID.fromString(value).toString().equals(value);
                case "date-time" -> Instant.parse(value) != null;
                case "duration" -> Duration.parse(value) != null;
                default -> false;
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }
}
