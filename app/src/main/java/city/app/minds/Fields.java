package city.app.minds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One mapping of the file, read field by field. What is wrong is told with its path; what nobody asked for is wrong
/// as well.
final class Fields {
    private static final int MICROS = 6;

    private final String path;
    private final Map<?, ?> values;
    private final TreeSet<String> asked = new TreeSet<>();

    private Fields(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    /// @param value what a reader of YAML gives for the whole file
    static Fields of(@Nullable Object value) {
        return mapping("", value == null ? Map.of() : value);
    }

    String text(String name) {
        return findText(name).orElseThrow(() -> wrong(name, "must be given"));
    }

    Optional<String> findText(String name) {
        return find(name).map(it -> {
            if (it instanceof Map || it instanceof List) {
                throw wrong(name, "must be one value");
            }
            return String.valueOf(it);
        });
    }

    long number(String name, long standard, long least, long most) {
        return findNumber(name, least, most).orElse(standard);
    }

    Optional<Long> findNumber(String name, long least, long most) {
        return findText(name).map(it -> {
            try {
                long number = Long.parseLong(it);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw wrong(name, "must be a whole number from %d to %d: %s".formatted(least, most, it));
        });
    }

    /// Units of money with at most six places, as millionths.
    Optional<Long> findMicros(String name) {
        return findText(name).map(it -> {
            try {
                var amount = new BigDecimal(it);
                if (amount.signum() >= 0 && amount.precision() - amount.scale() <= MICROS) {
                    return amount.movePointRight(MICROS).longValueExact();
                }
            } catch (ArithmeticException | NumberFormatException e) {
                // Told below.
            }
            throw wrong(name, "must be an amount such as 0.15, with at most six places: " + it);
        });
    }

    boolean flag(String name, boolean standard) {
        return findText(name)
                .map(it -> switch (it) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(name, "must be true or false: " + it);
                })
                .orElse(standard);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        var word = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "must be one of %s: %s"
                                .formatted(
                                        Arrays.stream(type.getEnumConstants())
                                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", ")),
                                        word)));
    }

    /// A mapping within this one; empty when it is not there.
    Fields part(String name) {
        return mapping(at(name), find(name).orElse(Map.of()));
    }

    /// The names in this mapping, where they are names of things and not of fields.
    List<String> names() {
        return values.keySet().stream().map(String::valueOf).sorted().toList();
    }

    /// A list of mappings, empty when it is not there.
    <T> List<T> list(String name, Function<Fields, T> reader) {
        var given = find(name).orElse(List.of());
        if (!(given instanceof List<?> items)) {
            throw wrong(name, "must be a list");
        }
        var read = new ArrayList<T>();
        for (int i = 0; i < items.size(); i++) {
            var item = mapping("%s[%d]".formatted(at(name), i), items.get(i));
            read.add(item.read(reader));
        }
        return read;
    }

    /// Reads this mapping and refuses what the reader did not ask for, and what the values themselves refuse.
    <T> T read(Function<Fields, T> reader) {
        T value;
        try {
            value = reader.apply(this);
        } catch (Unfit e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Unfit((path.isEmpty() ? "" : path + ": ") + e.getMessage());
        }
        for (var name : names()) {
            if (!asked.contains(name)) {
                throw wrong(name, "is no setting; there are " + String.join(", ", asked));
            }
        }
        return value;
    }

    Unfit wrong(String name, String rule) {
        return new Unfit("%s %s".formatted(at(name), rule));
    }

    private Optional<Object> find(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Fields mapping(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(path, map);
        }
        throw new Unfit(path.isEmpty() ? "it must be settings, such as providers" : path + " must be settings");
    }

    /// The file does not say what it should; the message names the field.
    static final class Unfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }
}
