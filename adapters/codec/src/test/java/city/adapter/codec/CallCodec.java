package city.adapter.codec;

import city.adapter.codec.shape.Shape;
import city.adapter.codec.shape.SimpleShape;
import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import city.world.spi.Codec;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Carries calls between modules as text: each argument, and the answer, is written and read back. Safe from any
/// thread.
///
/// What belongs to the envelope of a call is not written: what the moment is (`Turn`), or as of when is asked
/// (`Snapshot`). Both ends have it.
public final class CallCodec {
    private final JsonCodec codec;
    private final Set<Class<?>> envelope;
    private final Map<Type, Shape> shapes = new ConcurrentHashMap<>();

    /// @param codec made by {@link JsonCodec}
    public CallCodec(Codec codec, Set<Class<?>> envelope) {
        this.codec = (JsonCodec) codec;
        this.envelope = envelope;
    }

    /// The arguments as the other side would have them.
    public Object[] carryArguments(Method call, Object[] arguments) {
        var types = call.getGenericParameterTypes();
        var carried = arguments.clone();
        for (int i = 0; i < types.length; i++) {
            if (!envelope.contains(types[i])) {
                carried[i] = carry(types[i], arguments[i], call + ", argument " + i);
            }
        }
        return carried;
    }

    /// The answer as the caller would have it.
    public @Nullable Object carryAnswer(Method call, @Nullable Object answer) {
        return answer == null ? null : carry(call.getGenericReturnType(), answer, call + ", answer");
    }

    private Object carry(Type type, Object value, String where) {
        if (type == int[].class) {
            return Arrays.stream((int[]) value)
                    .map(it -> (int) carried(SimpleShape.INT, it, where))
                    .toArray();
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return ((Optional<?>) value).map(it -> carry(generic.getActualTypeArguments()[0], it, where));
        }
        return carried(shapes.computeIfAbsent(type, it -> codec.shapeOf(it, where)), value, where);
    }

    private static Object carried(Shape shape, Object value, String where) {
        var text = new JsonText();
        shape.write(value, text);
        var in = JsonInput.of(where, text.toString());
        in.next();
        var read = shape.read(in);
        in.expectEnd();
        return read;
    }
}
