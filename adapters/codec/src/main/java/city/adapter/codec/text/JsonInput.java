package city.adapter.codec.text;

import city.world.spi.Codec;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One JSON text being read, token by token. It knows where it is, so that whoever finds a fault need not. For
/// one thread.
public final class JsonInput {
    /// Names are not kept between texts: maps bring names without end. Strings may be as long as the text,
    /// which is in memory already; nesting ends at the library's 1,000.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String name;
    private final String text;
    private final JsonParser parser;

    private JsonInput(String name, String text, JsonParser parser) {
        this.name = name;
        this.text = text;
        this.parser = parser;
    }

    /// @param name of the type, with which every complaint begins
    public static JsonInput of(String name, String text) {
        try {
            return new JsonInput(name, text, FACTORY.createParser(text));
        } catch (IOException broken) {
            throw notJson(name, broken);
        }
    }

    /// Steps to the next token; null after the last.
    @Nullable
    public JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException broken) {
            throw notJson(name, broken);
        }
    }

    public boolean at(JsonToken token) {
        return parser.currentToken() == token;
    }

    /// The key that was last passed.
    public String key() {
        try {
            return parser.currentName();
        } catch (IOException broken) {
            throw notJson(name, broken);
        }
    }

    /// The current string, or the current number as it stands there.
    public String text() {
        try {
            return parser.getText();
        } catch (IOException broken) {
            throw notJson(name, broken);
        }
    }

    public void expect(JsonToken token, String rule) {
        if (!at(token)) {
            throw mismatch(rule);
        }
    }

    /// The index of the current token's first character.
    public int offset() {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }

    /// Steps from the beginning of an object or array to its end, and does nothing elsewhere.
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException broken) {
            throw notJson(name, broken);
        }
    }

    /// Looks for a key with a string in the object that begins at the offset, wherever in it that stands.
    /// This input stays where it is.
    public Optional<String> findString(String key, int objectOffset) {
        try (var ahead = FACTORY.createParser(text.substring(objectOffset))) {
            ahead.nextToken();
            while (ahead.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = key.equals(ahead.currentName());
                JsonToken value = ahead.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_STRING ? Optional.of(ahead.getText()) : Optional.empty();
                }
                ahead.skipChildren();
            }
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // This input will come to the same fault, and say where it is.
        }
    }

    public void expectEnd() {
        boolean ended;
        try {
            ended = parser.nextToken() == null;
        } catch (IOException _) {
            ended = false;
        }
        if (!ended) {
            throw new Codec.Unreadable(name + ": has text after its end");
        }
    }

    /// The complaint that what stands here breaks a rule.
    public Codec.Unreadable misfit(String rule) {
        return complaint(path(), rule);
    }

    /// The same about a key of the object that was just read.
    public Codec.Unreadable misfit(String key, String rule) {
        String path = path();
        return complaint(path.isEmpty() ? key : path + "." + key, rule);
    }

    /// The complaint that something else is wanted than what stands here, which it shows.
    public Codec.Unreadable mismatch(String rule) {
        return misfit(at(JsonToken.VALUE_NULL) ? "must not be null" : rule + ": " + found());
    }

    private Codec.Unreadable complaint(String path, String rule) {
        return new Codec.Unreadable(path.isEmpty() ? name + ": " + rule : name + ": " + path + ": " + rule);
    }

    private String found() {
        return switch (parser.currentToken()) {
            case null -> "nothing";
            case START_OBJECT -> "{…}";
            case START_ARRAY -> "[…]";
            case VALUE_STRING -> JsonText.quote(text());
            default -> text();
        };
    }

    private String path() {
        var path = new StringBuilder();
        for (JsonStreamContext at = parser.getParsingContext(); at != null && !at.inRoot(); at = at.getParent()) {
            boolean dotted = !path.isEmpty() && path.charAt(0) != '[';
            if (at.inArray() && at.hasCurrentIndex()) {
                path.insert(0, "[" + at.getCurrentIndex() + (dotted ? "]." : "]"));
            } else if (at.hasCurrentName()) {
                path.insert(0, at.getCurrentName() + (dotted ? "." : ""));
            }
        }
        return path.toString();
    }

    private static Codec.Unreadable notJson(String name, IOException broken) {
        if (broken instanceof JsonProcessingException fault && fault.getLocation() != null) {
            long where = fault.getLocation().getCharOffset();
            return new Codec.Unreadable(
                    name + ": is not JSON at character " + where + ": " + fault.getOriginalMessage());
        }
        return new Codec.Unreadable(name + ": is not JSON: " + broken.getMessage());
    }
}
