package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import com.fasterxml.jackson.core.JsonToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A record, written as an object whose keys are its components in the order of declaration. Made in two steps,
/// because a record may hold a list of its own kind.
public final class RecordShape implements Shape {
    /// The key that tells members of an interface apart.
    static final String TAG = "type";

    private final Handles handles;
    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private Field[] fields = {};

    public RecordShape(Handles handles) {
        this.handles = handles;
    }

    /// The second step.
    public void complete(Class<?> type, List<Field> ordered) {
        fields = ordered.toArray(Field[]::new);
        for (int i = 0; i < fields.length; i++) {
            if (indices.put(fields[i].key, i) != null) {
                throw new IllegalArgumentException(
                        type.getName() + " has two components that are written as " + fields[i].key);
            }
        }
    }

    @Override
    public void write(Object whole, JsonText out) {
        writeFields(whole, out.raw('{'), false);
    }

    /// Writes what follows the opening brace.
    ///
    /// @param later that something stands behind the brace already
    public void writeFields(Object whole, JsonText out, boolean later) {
        for (Field field : fields) {
            Object part = field.accessor.get(whole);
            if (field.optional) {
                var held = (Optional<?>) part;
                if (held.isEmpty()) {
                    continue;
                }
                part = held.get();
            }
            out.raw(later ? field.laterKey : field.firstKey);
            field.shape.write(part, out);
            later = true;
        }
        out.raw('}');
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "must be an object");
        in.next();
        return readFields(in, false);
    }

    /// Reads from the first key on.
    ///
    /// @param tagAhead that the tag is known, and stands somewhere among the keys
    public Object readFields(JsonInput in, boolean tagAhead) {
        var parts = new Object[fields.length];
        for (; !in.at(JsonToken.END_OBJECT); in.next()) {
            String key = in.key();
            if (tagAhead && key.equals(TAG)) {
                in.next();
                tagAhead = false;
            } else {
                readField(in, key, parts);
            }
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null) {
                parts[i] = fields[i].absent(in);
            }
        }
        return handles.construct(parts, in);
    }

    private void readField(JsonInput in, String key, Object[] parts) {
        Integer index = indices.get(key);
        if (index == null) {
            throw in.misfit("is not a key here; " + (indices.isEmpty() ? "none is" : "keys are " + keys()));
        }
        if (parts[index] != null) {
            throw in.misfit("is given twice");
        }
        in.next();
        Object part = fields[index].shape.read(in);
        parts[index] = fields[index].optional ? Optional.of(part) : part;
    }

    private String keys() {
        return String.join(", ", indices.keySet());
    }

    /// One component.
    ///
    /// @param shape of the component, or of what the optional holds
    record Field(
            String key, String firstKey, String laterKey, Handles.Accessor accessor, boolean optional, Shape shape) {
        static Field of(Handles.Accessor accessor, boolean optional, Shape shape) {
            String key = WireNames.snakeCase(accessor.component());
            return new Field(key, "\"" + key + "\":", ",\"" + key + "\":", accessor, optional, shape);
        }

        private Object absent(JsonInput in) {
            if (!optional) {
                throw in.misfit(key, "is missing");
            }
            return Optional.empty();
        }
    }
}
