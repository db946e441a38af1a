package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import com.fasterxml.jackson.core.JsonToken;
import java.time.DateTimeException;
import java.util.function.Function;

/// A type that the application knows how to write as one string.
public record ScalarShape<T>(Class<T> type, Function<T, String> writer, Function<String, T> reader) implements Shape {
    @Override
    public void write(Object value, JsonText out) {
        out.string(writer.apply(type.cast(value)));
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.VALUE_STRING, "must be a string");
        try {
            return reader.apply(in.text());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
            throw in.misfit(String.valueOf(refused.getMessage()));
        }
    }
}
