package city.adapter.codec.grammar;

import city.adapter.codec.text.JsonText;
import city.agents.spi.ActionGrammar;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the flat object of an answer, token by token: what is nested stops it at once. For one answer and thread.
final class AnswerReader {
    /// Names are not kept between answers: a model may invent them without end.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final String WHOLE = "answer";
    private static final Set<String> TEXTS = Set.of("thought", "type", "words", "tone", "topic");

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> target = new ArrayList<>();
    private boolean hasTarget;

    private AnswerReader() {}

    static Answer read(String text) throws Unfit {
        if (text.length() > ActionGrammar.MAX_ANSWER_LENGTH) {
            throw new Unfit(
                    WHOLE, "must have at most " + ActionGrammar.MAX_ANSWER_LENGTH + " characters: " + text.length());
        }
        var reader = new AnswerReader();
        try (var parser = FACTORY.createParser(text)) {
            reader.read(parser);
        } catch (IOException _) {
            throw new Unfit(WHOLE, "is not one JSON value: " + JsonText.quote(text));
        }
        return reader.answer();
    }

    private void read(JsonParser parser) throws IOException, Unfit {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Unfit(WHOLE, "must be a JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            field(field, parser);
        }
        if (parser.nextToken() != null) {
            throw new Unfit(WHOLE, "has text after its end");
        }
    }

    private void field(String field, JsonParser parser) throws IOException, Unfit {
        if (TEXTS.contains(field)) {
            put(field, text(field, parser));
        } else if (field.equals("number")) {
            put(field, number(parser));
        } else if (field.equals("target")) {
            target(parser);
        } else {
            throw new Unfit(JsonText.quote(field), "is not a field of an answer");
        }
    }

    private void put(String field, String value) throws Unfit {
        if (texts.put(field, value) != null) {
            throw new Unfit(field, "is given twice");
        }
    }

    private static String text(String field, JsonParser parser) throws IOException, Unfit {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Unfit(field, "must be a string");
        }
        var text = parser.getText();
        if (!JsonText.isWritable(text)) {
            throw new Unfit(field, JsonText.unwritable(text));
        }
        return text;
    }

    private static String number(JsonParser parser) throws IOException, Unfit {
        var token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw new Unfit("number", "must be a number");
        }
        var number = parser.getText();
        if (number.length() > Answer.MAX_NUMBER_LENGTH) {
            throw new Unfit("number", "must have at most " + Answer.MAX_NUMBER_LENGTH + " digits");
        }
        return number;
    }

    private void target(JsonParser parser) throws IOException, Unfit {
        if (hasTarget) {
            throw new Unfit("target", "is given twice");
        }
        hasTarget = true;
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Unfit("target", "must be a list of strings");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (target.size() == Answer.MAX_TARGETS) {
                throw new Unfit("target", "must have at most " + Answer.MAX_TARGETS + " entries");
            }
            target.add(text("target[" + target.size() + "]", parser));
        }
    }

    private Answer answer() throws Unfit {
        if (!hasTarget) {
            throw missing("target");
        }
        return new Answer(
                get("thought"),
                get("type"),
                List.copyOf(target),
                get("number"),
                get("words"),
                get("tone"),
                get("topic"));
    }

    private String get(String field) throws Unfit {
        var value = texts.get(field);
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    private static Unfit missing(String field) {
        return new Unfit(field, "is missing");
    }
}
