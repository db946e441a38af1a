package city.adapter.codec.grammar;

import city.agents.OneLine;
import city.agents.domain.prompt.Handles;
import city.agents.spi.ActionGrammar;
import java.util.ArrayList;

/// Answers as one flat JSON object of seven fields. They are few because each field is written in every answer, and a
/// model writes some hundred tokens a second.
public final class JsonActionGrammar implements ActionGrammar {
    private static final String SCHEMA = """
            {"type":"object","additionalProperties":false,\
            "required":["thought","type","target","number","words","tone","topic"],"properties":{\
            "thought":{"type":"string"},\
            "type":{"type":"string","enum":[TYPES]},\
            "target":{"type":"array","items":{"type":"string"}},\
            "number":{"type":"number"},\
            "words":{"type":"string"},\
            "tone":{"type":"string","enum":[TONES]},\
            "topic":{"type":"string"}}}""";

    private final String schema =
            SCHEMA.replace("TYPES", quoted(ActionReader.TYPES)).replace("TONES", quoted(ActionReader.TONES.keySet()));

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public Reading read(String answer, Handles handles) {
        try {
            var read = AnswerReader.read(answer);
            var action = new ActionReader(read, handles).read();
            return new Reading.Understood(action, OneLine.of(read.thought(), MAX_THOUGHT_LENGTH));
        } catch (Unfit unfit) {
            return new Reading.Unusable(unfit.reason());
        }
    }

    private static String quoted(Iterable<String> words) {
        var quoted = new ArrayList<String>();
        words.forEach(it -> quoted.add('"' + it + '"'));
        return String.join(",", quoted);
    }
}
