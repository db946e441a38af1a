package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;

/// A list, written as an array.
record ListShape(Shape element) implements Shape {
    @Override
    public void write(Object value, JsonText out) {
        out.raw('[');
        boolean later = false;
        for (Object each : (List<?>) value) {
            if (later) {
                out.raw(',');
            }
            if (each == null) {
                throw new IllegalArgumentException("a list must not hold null");
            }
            element.write(each, out);
            later = true;
        }
        out.raw(']');
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_ARRAY, "must be an array");
        var elements = new ArrayList<Object>();
        while (in.next() != JsonToken.END_ARRAY) {
            elements.add(element.read(in));
        }
        return List.copyOf(elements);
    }
}
