package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import com.fasterxml.jackson.core.JsonToken;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// An enum, written as its constant's name in lower case.
///
/// @param names  of the constants
/// @param values the other way round, in the order of declaration
record EnumShape(Map<Object, String> names, Map<String, Object> values) implements Shape {
    static EnumShape of(Class<?> type) {
        var names = new HashMap<Object, String>();
        var values = new LinkedHashMap<String, Object>();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
            names.put(constant, name);
            if (values.put(name, constant) != null) {
                throw new IllegalArgumentException(type.getName() + " has two constants that are written as " + name);
            }
        }
        return new EnumShape(names, values);
    }

    @Override
    public void write(Object value, JsonText out) {
        out.string(Objects.requireNonNull(names.get(value)));
    }

    @Override
    public Object read(JsonInput in) {
        Object value = in.at(JsonToken.VALUE_STRING) ? values.get(in.text()) : null;
        if (value == null) {
            throw in.mismatch("must be one of " + String.join(", ", values.keySet()));
        }
        return value;
    }
}
