package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import com.fasterxml.jackson.core.JsonToken;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A map from strings, written as an object whose keys are sorted by their UTF-16 code units. Read as a map in
/// that order.
record MapShape(Shape value) implements Shape {
    @Override
    public void write(Object map, JsonText out) {
        out.raw('{');
        boolean later = false;
        for (Map.Entry<?, ?> entry : new TreeMap<Object, Object>((Map<?, ?>) map).entrySet()) {
            if (later) {
                out.raw(',');
            }
            if (entry.getValue() == null) {
                throw new IllegalArgumentException("a map must not hold null");
            }
            out.string((String) entry.getKey()).raw(':');
            value.write(entry.getValue(), out);
            later = true;
        }
        out.raw('}');
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "must be an object");
        var values = new TreeMap<String, Object>();
        while (in.next() != JsonToken.END_OBJECT) {
            String key = in.key();
            if (!JsonText.isWritable(key)) {
                throw in.misfit(JsonText.unwritable(key));
            }
            if (values.containsKey(key)) {
                throw in.misfit("is given twice");
            }
            in.next();
            values.put(key, value.read(in));
        }
        return Collections.unmodifiableSortedMap(values);
    }
}
