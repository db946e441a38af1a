package city.adapter.codec;

import city.adapter.codec.shape.RecordShape;
import city.adapter.codec.shape.ScalarShape;
import city.adapter.codec.shape.Shape;
import city.adapter.codec.shape.Shapes;
import city.adapter.codec.shape.SimpleShape;
import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import city.world.spi.Codec;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The codec in JSON, for a closed list of records. A record's plan is made once, at assembly, where everything
/// that could not be written is refused; after that it is safe from any thread.
///
/// The canonical text has no whitespace and no choice:
/// - a record is an object with its components in the order of declaration, their names in snake_case, so to
///   rename, move or drop one takes another wire name, and so does to add one that is not Optional;
/// - an `Optional` component that is empty is absent; null is nowhere;
/// - int and long are integers, double is the shortest decimal that reads back the same, an enum is its
///   constant's name in lower case, a UUID its text in lower case, an Instant as RFC 3339 in UTC, a Duration as
///   ISO 8601; lists are arrays, and maps from strings are objects sorted by key;
/// - strings are escaped as in RFC 8785 and hold neither U+0000 nor half a surrogate pair;
/// - a type with a scalar (money) is the string that its writer gives;
/// - a record of exactly one String, UUID, int or long is that bare value (an id), unless it has a wire name or
///   a sealed interface permits it;
/// - a component whose type is an interface is an object that begins with the key `type`: the record's wire
///   name or event type, else its simple name in snake_case (`InsufficientFunds` → `insufficient_funds`). A
///   sealed interface stands for what it permits, an open one (`Command<?>`) for the listed records that
///   implement it.
///
/// Reading takes keys in any order and times and durations in any spelling of their standards, and nothing else
/// that writing would not give: unknown, missing or repeated keys, nulls, values of another JSON type and text
/// after the end are refused. A complaint gives the name, the path, the rule and the value:
/// `economy.transfer.v1: lines[2].amount: must be an integer: "7"`. What a record's constructor refuses by
/// IllegalArgumentException, DateTimeException or ArithmeticException is a complaint too, in the constructor's
/// words.
///
/// Writing throws IllegalArgumentException for what no text can hold: a type that is not listed, a null, a
/// string as above, a double that is not finite.
public final class JsonCodec implements Codec {
    private final Map<Class<?>, Root> byClass;
    private final Map<String, Root> byName;
    private final Shapes shapes;

    /// A codec without scalars.
    ///
    /// @param families records with a name, or sealed interfaces of such
    /// @throws IllegalArgumentException when a name is missing or given twice, or a component cannot be
    ///     written
    public JsonCodec(List<Class<?>> families) {
        this(builder().families(families));
    }

    private JsonCodec(Builder builder) {
        var names = new Roots(builder.families).names();
        shapes = new Shapes(names.keySet(), builder.scalars);
        var classes = new HashMap<Class<?>, Root>();
        var roots = new LinkedHashMap<String, Root>();
        names.forEach((type, name) -> {
            var root = new Root(name, shapes.ofObject(type));
            classes.put(type, root);
            roots.put(name, root);
        });
        byClass = classes;
        byName = roots;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String nameOf(Class<?> type) {
        return root(type).name;
    }

    @Override
    public String write(Object value) {
        var root = root(value.getClass());
        var text = new JsonText();
        try {
            root.shape.write(value, text);
        } catch (IllegalArgumentException unwritable) {
            throw new IllegalArgumentException(root.name + ": " + unwritable.getMessage(), unwritable);
        }
        return text.toString();
    }

    @Override
    public Object read(String name, String text) {
        var root = byName.get(name);
        if (root == null) {
            throw new Unreadable(JsonText.quote(name) + " is not a name of anything here");
        }
        var in = JsonInput.of(name, text);
        in.next();
        Object value = root.shape.read(in);
        in.expectEnd();
        return value;
    }

    /// The text is cut where the list begins: within a string a quote stands behind a backslash.
    @Override
    public Object readWithout(String list, String name, String text) {
        var opening = ",\"%s\":[".formatted(list);
        int at = text.indexOf(opening);
        return read(name, at < 0 ? text : text.substring(0, at) + opening + "]}");
    }

    /// The shape of a value that has no name of its own, such as an argument of a call.
    ///
    /// @throws IllegalArgumentException when it cannot be written
    Shape shapeOf(Type type, String where) {
        synchronized (shapes) {
            return shapes.of(type, where);
        }
    }

    private Root root(Class<?> type) {
        var root = byClass.get(type);
        if (root == null) {
            throw new IllegalArgumentException(type.getName() + " has no wire name here");
        }
        return root;
    }

    private record Root(String name, RecordShape shape) {}

    /// Gathers what the codec is to know. For one thread.
    public static final class Builder {
        private final LinkedHashSet<Class<?>> families = new LinkedHashSet<>();
        private final Map<Class<?>, ScalarShape<?>> scalars = new HashMap<>();

        private Builder() {}

        /// Adds what is read and written by name.
        ///
        /// @param family a record with a name, or a sealed interface of such
        public Builder family(Class<?> family) {
            if (!families.add(family)) {
                throw new IllegalArgumentException(family.getName() + " is listed twice");
            }
            return this;
        }

        public Builder families(List<Class<?>> listed) {
            listed.forEach(this::family);
            return this;
        }

        /// Writes a type as one string.
        ///
        /// @param write must give equal strings for equal values
        /// @param read  must throw IllegalArgumentException for whatever `write` would not give; its
        ///     message should state the rule and the value, as in `must be a decimal with two places:
        ///     "1.234"`, and is put behind the path
        public <T> Builder scalar(Class<T> type, Function<T, String> write, Function<String, T> read) {
            if (SimpleShape.find(type).isPresent()) {
                throw new IllegalArgumentException(type.getName() + " is written without a scalar");
            }
            if (scalars.put(type, new ScalarShape<>(type, write, read)) != null) {
                throw new IllegalArgumentException(type.getName() + " has two scalars");
            }
            return this;
        }

        /// Makes the plans of all types.
        ///
        /// @throws IllegalArgumentException when a name is missing or given twice, or a component
        ///     cannot be written
        public JsonCodec build() {
            return new JsonCodec(this);
        }
    }
}
