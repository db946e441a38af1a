package city.adapter.codec.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import city.agents.spi.ActionGrammar;
import city.agents.spi.ActionGrammar.Reading.Understood;
import city.agents.spi.ActionGrammar.Reading.Unusable;
import city.agents.spi.ActionGrammarContract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonActionGrammarTest extends ActionGrammarContract {
    private static final int MUTANTS = 100_000;

    /// All that JSON is made of, and what it is not.
    private static final List<String> CRUMBS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "-",
            "1e9",
            "0.1",
            "\\u0000",
            "\\ud83d",
            "\\",
            "p1",
            "\n",
            " ",
            "\u0000",
            "\ud800",
            "\u2028",
            "\"type\":",
            "\"target\":[",
            "//",
            "NaN",
            "😀",
            "\ufeff");

    private final JsonActionGrammar grammar = new JsonActionGrammar();

    @Override
    protected ActionGrammar grammar() {
        return grammar;
    }

    @Test
    void theSchemaIsOneThatAllProvidersTake() throws JsonProcessingException {
        var schema = new ObjectMapper().readTree(grammar.schema());

        assertThat(schema.get("type").asText()).isEqualTo("object");
        assertThat(schema.get("additionalProperties")).isEqualTo(new ObjectMapper().readTree("false"));
        var required = new ArrayList<String>();
        schema.get("required").forEach(it -> required.add(it.asText()));
        assertThat(schema.get("properties").fieldNames()).toIterable().containsExactlyElementsOf(required);
        assertThat(schema.findValuesAsText("$ref")).isEmpty();
    }

    @Test
    void whateverIsUnderstoodFitsTheSchema() throws JsonProcessingException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(grammar.schema());

        for (var answer : ANSWERS.keySet()) {
            assertThat(schema.validate(json(answer))).as(answer).isEmpty();
            assertThat(schema.validate(json(answer.replace("\"thought\"", "\"idea\""))))
                    .isNotEmpty();
        }
    }

    @Test
    void noMutantOfAnAnswerThrows() {
        var chance = new Random(20261126);
        var answers = ANSWERS.keySet().stream().sorted().toList();
        int understood = 0;
        for (int i = 0; i < MUTANTS; i++) {
            var mutant = mutant(answers.get(chance.nextInt(answers.size())), chance);
            switch (reading(mutant)) {
                case Understood it -> {
                    understood++;
                    assertThat(it.thought()).hasSizeLessThanOrEqualTo(ActionGrammar.MAX_THOUGHT_LENGTH);
                }
                case Unusable it ->
                    assertThat(it.reason()).isNotBlank().hasSizeLessThan(400).doesNotContain("\n");
            }
        }
        assertThat(understood).isBetween(MUTANTS / 100, MUTANTS / 2);
    }

    @Test
    void noiseIsUnusable() {
        var chance = new Random(7);
        for (int i = 0; i < MUTANTS; i++) {
            var noise = new StringBuilder();
            for (int length = chance.nextInt(40); length > 0; length--) {
                noise.append(CRUMBS.get(chance.nextInt(CRUMBS.size())));
            }
            assertThat(reading(noise.toString())).isInstanceOf(Unusable.class);
        }
    }

    @Test
    void sizeAndDepthCostNothing() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertThat(reading("[".repeat(8_000))).isInstanceOf(Unusable.class);
                assertThat(reading("{\"target\":" + "[".repeat(8_000))).isInstanceOf(Unusable.class);
                assertThat(reading("{\"number\":" + "9".repeat(8_000) + "}")).isInstanceOf(Unusable.class);
                assertThat(reading("{\"target\":[" + "\"\",".repeat(2_000))).isInstanceOf(Unusable.class);
                assertThat(reading("{" + "\"x\":1,".repeat(1_000))).isInstanceOf(Unusable.class);
            }
        });
        var megabytes = "{\"words\":\"" + "x".repeat(8 << 20) + "\"}";
        assertThat(reading(megabytes))
                .isEqualTo(new Unusable("answer: must have at most 8192 characters: " + megabytes.length()));
    }

    @Test
    void aTargetHasNoMoreEntriesThanAnyActionCouldUse() {
        var many = answer("invite", "'p1',".repeat(16) + "'p1'", "20", "");

        assertThat(reading(many)).isEqualTo(new Unusable("target: must have at most 16 entries"));
    }

    private static String mutant(String answer, Random chance) {
        var mutant = new StringBuilder(answer);
        for (int changes = 1 + chance.nextInt(3); changes > 0; changes--) {
            int at = chance.nextInt(mutant.length());
            var crumb = CRUMBS.get(chance.nextInt(CRUMBS.size()));
            switch (chance.nextInt(3)) {
                case 0 -> mutant.insert(at, crumb);
                case 1 -> mutant.replace(at, Math.min(mutant.length(), at + 1 + chance.nextInt(4)), crumb);
                default -> mutant.delete(at, Math.min(mutant.length() - 1, at + 1 + chance.nextInt(6)));
            }
        }
        return mutant.toString();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
