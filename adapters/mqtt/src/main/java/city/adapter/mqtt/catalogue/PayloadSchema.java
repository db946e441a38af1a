package city.adapter.mqtt.catalogue;

import city.economy.Money;
import city.world.kernel.EventType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// JSON Schemas (draft 2020-12) of what the platform publishes. Those of events are read off the records,
/// by the same rules by which the codec writes them. Objects stay open: a later version may add a field.
final class PayloadSchema {
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer")),
            Map.entry(long.class, Map.of("type", "integer")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(UUID.class, string("format", "uuid")),
            Map.entry(Instant.class, string("format", "date-time")),
            Map.entry(Duration.class, string("format", "duration")),
            Map.entry(Money.class, string("pattern", "^-?\\d+\\.\\d{2}$")));

    private PayloadSchema() {}

    /// An event with what the log knows of it.
    static Map<String, Object> ofEvent(Class<?> event) {
        var declared = event.getAnnotation(EventType.class);
        if (declared == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventType");
        }
        var properties = new LinkedHashMap<String, Object>();
        properties.put("id", of(UUID.class));
        properties.put("generation", atLeast(1, "raised when the city is restored from a backup"));
        properties.put("seq", atLeast(1, "the event's place in the log"));
        if (declared.audience() == EventType.Audience.PUBLIC) {
            properties.put("prev_seq", atLeast(0, "of the public event before it under the same first level"));
        }
        properties.put("tick", atLeast(0, ""));
        properties.put("time", described(of(Instant.class), "city time"));
        properties.put("type", Map.of("const", declared.value()));
        properties.put("subject", of(UUID.class));
        properties.putAll(properties(event));
        return object(properties, required(properties.keySet(), event));
    }

    /// A message that is no event, all of whose fields are required.
    static Map<String, Object> ofMessage(Map<String, Map<String, Object>> fields) {
        var properties = new LinkedHashMap<String, Object>(fields);
        return object(properties, List.copyOf(fields.keySet()));
    }

    static Map<String, Object> of(Type type) {
        return switch (type) {
            case Class<?> plain when SIMPLE.containsKey(plain) -> SIMPLE.getOrDefault(plain, Map.of());
            case Class<?> plain when plain.isEnum() -> oneOf(plain);
            case Class<?> plain when plain.isRecord() -> ofRecord(plain);
            case ParameterizedType list
            when list.getRawType() == List.class ->
                ordered("type", "array", "items", of(list.getActualTypeArguments()[0]));
            case ParameterizedType optional
            when optional.getRawType() == Optional.class -> of(optional.getActualTypeArguments()[0]);
            default -> throw new IllegalArgumentException("no schema for " + type.getTypeName());
        };
    }

    static Map<String, Object> atLeast(long minimum, String description) {
        return described(ordered("type", "integer", "minimum", minimum), description);
    }

    static Map<String, Object> described(Map<String, Object> schema, String description) {
        if (description.isEmpty()) {
            return schema;
        }
        var all = new LinkedHashMap<>(schema);
        all.put("description", description);
        return all;
    }

    /// `turnedAway` → `turned_away`
    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /// A record of one simple value gives only a type to it and is written as that value.
    private static Map<String, Object> ofRecord(Class<?> type) {
        var components = type.getRecordComponents();
        if (components.length == 1 && SIMPLE.containsKey(components[0].getType())) {
            return of(components[0].getType());
        }
        var properties = properties(type);
        return object(properties, required(properties.keySet(), type));
    }

    private static Map<String, Object> properties(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            properties.put(snakeCase(component.getName()), of(component.getGenericType()));
        }
        return properties;
    }

    private static List<String> required(Iterable<String> names, Class<?> type) {
        var optional = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == Optional.class)
                .map(component -> snakeCase(component.getName()))
                .toList();
        var required = new ArrayList<String>();
        names.forEach(name -> {
            if (!optional.contains(name)) {
                required.add(name);
            }
        });
        return required;
    }

    private static Map<String, Object> oneOf(Class<?> type) {
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
        return ordered("type", "string", "enum", names);
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return ordered("type", "object", "required", required, "properties", properties);
    }

    private static Map<String, Object> string(String rule, String value) {
        return ordered("type", "string", rule, value);
    }

    /// @param pairs keys and values in turns
    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
