package city.adapter.codec.grammar;

import city.adapter.codec.JsonCodec;
import city.agents.Intent;
import city.agents.OneLine;
import city.agents.domain.night.NightAnswer;
import city.agents.spi.NightGrammar;
import city.world.spi.Codec.Unreadable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Nights as one JSON object of three lists. How many there may be of each is said in words and checked by the
/// city: not every provider takes bounds of lists.
public final class JsonNightGrammar implements NightGrammar {
    private static final String NAME = "answer";
    private static final int MAX_REASON = 300;

    private static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["insights","opinions","plan"],"properties":{\
            "insights":{"type":"array","items":{"type":"object","additionalProperties":false,\
            "required":["text","because"],"properties":{\
            "text":{"type":"string"},\
            "because":{"type":"array","items":{"type":"string"}}}}},\
            "opinions":{"type":"array","items":{"type":"object","additionalProperties":false,\
            "required":["about","stance","words"],"properties":{\
            "about":{"type":"string"},\
            "stance":{"type":"integer","enum":[-2,-1,0,1,2]},\
            "words":{"type":"string"}}}},\
            "plan":{"type":"array","items":{"type":"object","additionalProperties":false,\
            "required":["what","where","from","minutes"],"properties":{\
            "what":{"type":"string","enum":[KINDS]},\
            "where":{"type":"string"},\
            "from":{"type":"string"},\
            "minutes":{"type":"integer"}}}}}}""";

    private final JsonCodec codec = new JsonCodec(List.of(NightAnswer.class));
    private final String schema = SCHEMA.replace(
            "KINDS",
            Arrays.stream(Intent.Kind.values()).map(it -> '"' + it.word() + '"').collect(Collectors.joining(",")));

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public Reading read(String answer) {
        if (answer.length() > MAX_ANSWER_LENGTH) {
            return new Reading.Unusable(
                    "answer: must have at most %d characters: %d".formatted(MAX_ANSWER_LENGTH, answer.length()));
        }
        try {
            return new Reading.Understood((NightAnswer) codec.read(NAME, answer));
        } catch (Unreadable unfit) {
            return new Reading.Unusable(OneLine.of(String.valueOf(unfit.getMessage()), MAX_REASON));
        }
    }
}
