package city.adapter.web.input;

import city.adapter.web.problem.Problem.FieldError;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.economy.Money;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A JSON object, read member by member. Everything that is wrong with it is collected, with the path of the field, the
/// rule and the value, and told at once by {@link #finish}. A member that nobody asked for is wrong, too.
public final class JsonBody {
    /// Of all that is wrong no more than this is told.
    private static final int MAX_ERRORS = 50;

    /// Up to here a number of JavaScript counts every whole one.
    private static final double MAX_EXACT = (1L << 53) - 1;

    private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)");

    private final String path;
    private final JsonNode node;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();
    private final List<JsonBody> parts = new ArrayList<>();

    private JsonBody(String path, JsonNode node, List<FieldError> errors) {
        this.path = path;
        this.node = node;
        this.errors = errors;
    }

    /// @throws Refused when the text is no JSON object
    public static JsonBody read(JsonMapper mapper, @Nullable String text) {
        var node = parse(mapper, text == null ? "" : text);
        if (node == null || !node.isObject()) {
            throw Refused.because(ProblemType.MALFORMED_REQUEST, "the body must be a JSON object");
        }
        return new JsonBody("", node, new ArrayList<>());
    }

    /// Like {@link #read}, but nothing is an object without members.
    public static JsonBody readOptional(JsonMapper mapper, @Nullable String text) {
        return text == null || text.isEmpty()
                ? new JsonBody("", JsonNode.createObjectNode(Map.of()), new ArrayList<>())
                : read(mapper, text);
    }

    public JsonBody require(String... names) {
        for (var name : names) {
            if (find(name).isEmpty()) {
                wrong(name, "must be given");
            }
        }
        return this;
    }

    /// Refuses members that are null: a change names what it sets.
    public JsonBody refuseNulls() {
        for (var member : node.entries()) {
            if (member.getValue().isNull()) {
                wrong(member.getKey(), "must not be null");
            }
        }
        return this;
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    public Optional<String> text(String name, int minLength, int maxLength) {
        return find(name).flatMap(it -> textOf(it, name, minLength, maxLength));
    }

    /// A text that no error repeats.
    public Optional<String> secret(String name) {
        return find(name).filter(JsonNode::isString).map(JsonNode::getStringValue);
    }

    public Optional<UUID> uuid(String name) {
        return find(name).flatMap(it -> {
            var id = it.isString() ? Ids.parse(it.getStringValue()) : Optional.<UUID>empty();
            return id.isPresent() ? id : wrong(name, "must be a UUID: " + Echo.of(it));
        });
    }

    /// A time as ISO 8601 writes it.
    public Optional<Instant> instant(String name) {
        return find(name).flatMap(it -> {
            try {
                return Optional.of(Instant.parse(it.isString() ? it.getStringValue() : ""));
            } catch (DateTimeParseException notATime) {
                return wrong(name, "must be a time such as \"2030-04-02T18:00:00Z\": " + Echo.of(it));
            }
        });
    }

    /// An amount of money, as a string: no float can stand for it.
    public Optional<Money> money(String name) {
        return find(name).flatMap(it -> {
            if (!it.isString()) {
                return wrong(name, "must be a string that holds a decimal, such as \"12.50\": " + Echo.of(it));
            }
            return fit(name, it.getStringValue(), Money::parse);
        });
    }

    public OptionalInt number(String name, int min, int max) {
        var member = find(name);
        if (member.isEmpty()) {
            return OptionalInt.empty();
        }
        double value = member.get().isNumber() ? member.get().getDoubleValue() : Double.NaN;
        if (value >= min && value <= max && value == Math.rint(value)) {
            return OptionalInt.of((int) value);
        }
        wrong(name, "must be a whole number of %d to %d: %s".formatted(min, max, Echo.of(member.get())));
        return OptionalInt.empty();
    }

    /// A whole number that is not negative, as far as a JSON number is exact.
    public OptionalLong whole(String name) {
        var member = find(name);
        if (member.isEmpty()) {
            return OptionalLong.empty();
        }
        double value = member.get().isNumber() ? member.get().getDoubleValue() : Double.NaN;
        if (value >= 0 && value <= MAX_EXACT && value == Math.rint(value)) {
            return OptionalLong.of((long) value);
        }
        wrong(name, "must be a whole number that is not negative: " + Echo.of(member.get()));
        return OptionalLong.empty();
    }

    /// Whole numbers; none when the member is not there.
    public List<Integer> numbers(String name, int maxItems, int min, int max) {
        var member = find(name);
        var items = new ArrayList<Integer>();
        if (member.isPresent() && (!member.get().isArray() || member.get().size() > maxItems)) {
            wrong(name, "must be a list of at most %d numbers: %s".formatted(maxItems, Echo.of(member.get())));
        } else if (member.isPresent()) {
            for (var item : member.get().values()) {
                double value = item.isNumber() ? item.getDoubleValue() : Double.NaN;
                if (value >= min && value <= max && value == Math.rint(value)) {
                    items.add((int) value);
                } else {
                    wrong(name, "must hold whole numbers of %d to %d: %s".formatted(min, max, Echo.of(item)));
                }
            }
        }
        return items;
    }

    public Optional<Double> decimal(String name) {
        return find(name)
                .flatMap(it -> it.isNumber()
                        ? Optional.of(it.getDoubleValue())
                        : wrong(name, "must be a number: " + Echo.of(it)));
    }

    public Optional<List<String>> texts(String name, int maxItems, int maxLength) {
        var member = find(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        if (!member.get().isArray() || member.get().size() > maxItems) {
            return wrong(name, "must be a list of at most %d texts: %s".formatted(maxItems, Echo.of(member.get())));
        }
        var items = new ArrayList<String>();
        int index = 0;
        for (var item : member.get().values()) {
            textOf(item, "%s[%d]".formatted(name, index++), 1, maxLength).ifPresent(items::add);
        }
        return Optional.of(items);
    }

    public Optional<List<UUID>> uuids(String name, int maxItems) {
        return texts(name, maxItems, Echo.MOST).flatMap(items -> {
            var ids = items.stream().flatMap(it -> Ids.parse(it).stream()).toList();
            return ids.size() == items.size() ? Optional.of(ids) : wrong(name, "must be a list of UUIDs");
        });
    }

    public Optional<Boolean> flag(String name) {
        return find(name)
                .flatMap(it -> it.isBoolean()
                        ? Optional.of(it.getBooleanValue())
                        : wrong(name, "must be true or false: " + Echo.of(it)));
    }

    public Optional<JsonBody> object(String name) {
        return find(name).flatMap(it -> {
            if (!it.isObject()) {
                return wrong(name, "must be an object: " + Echo.of(it));
            }
            var part = new JsonBody(path + name + ".", it, errors);
            parts.add(part);
            return Optional.of(part);
        });
    }

    /// Whether a member is this very text: for the one word that stands among numbers.
    public boolean isWord(String name, String word) {
        return find(name)
                .filter(it -> it.isString() && it.getStringValue().equals(word))
                .isPresent();
    }

    /// Notes that a field is wrong.
    public <T> Optional<T> wrong(String name, String message) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(path + name, message));
        }
        return Optional.empty();
    }

    /// Ends the reading.
    ///
    /// @throws Refused when anything was wrong
    public void finish() {
        findUnasked();
        if (!errors.isEmpty()) {
            throw Refused.fields(List.copyOf(errors));
        }
    }

    private void findUnasked() {
        for (var member : node.entries()) {
            if (!asked.contains(member.getKey())) {
                wrong(Echo.cut(member.getKey()), "is not a field of this request");
            }
        }
        parts.forEach(JsonBody::findUnasked);
    }

    private Optional<JsonNode> find(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name)).filter(it -> !it.isNull());
    }

    private Optional<String> textOf(JsonNode member, String name, int minLength, int maxLength) {
        if (!member.isString()) {
            return wrong(name, "must be a text: " + Echo.of(member));
        }
        var text = member.getStringValue();
        if (text.length() < minLength || text.length() > maxLength || (minLength > 0 && text.isBlank())) {
            return wrong(name, "must have %d to %d characters: %s".formatted(minLength, maxLength, Echo.of(member)));
        }
        return isWhole(text) ? Optional.of(text) : wrong(name, "must hold neither U+0000 nor half a surrogate pair");
    }

    /// What no store keeps, and no canonical text holds.
    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(it -> it == 0 || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE));
    }

    private <T> Optional<T> fit(String name, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return wrong(name, Echo.cut(String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable JsonNode parse(JsonMapper mapper, String text) {
        try {
            return mapper.readValue(text, JsonNode.class);
        } catch (IOException | RuntimeException e) {
            throw Refused.because(ProblemType.MALFORMED_REQUEST, "the body is not JSON" + place(e));
        }
    }

    /// Where the parser stopped; of its message only the place is told.
    private static String place(Exception error) {
        var message = String.valueOf(error.getMessage());
        var found = PLACE.matcher(message);
        return found.find() ? ": line %s, column %s".formatted(found.group(1), found.group(2)) : "";
    }
}
