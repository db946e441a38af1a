package city.adapter.codec.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.domain.night.NightAnswer;
import city.agents.spi.NightGrammar;
import city.agents.spi.NightGrammar.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNightGrammarTest {
    private static final String FULL = """
            {"insights": [{"text": "Ben is kind.", "because": ["m1"]}],
             "opinions": [{"about": "p1", "stance": -2, "words": "He lied."}],
             "plan": [{"what": "eat", "where": "", "from": "08:30", "minutes": 30}]}""";

    private final NightGrammar grammar = new JsonNightGrammar();

    @Test
    void anAnswerIsReadAsItStands() {
        assertThat(grammar.read(FULL))
                .isEqualTo(new Reading.Understood(new NightAnswer(
                        List.of(new NightAnswer.Insight("Ben is kind.", List.of("m1"))),
                        List.of(new NightAnswer.View("p1", -2, "He lied.")),
                        List.of(new NightAnswer.Step("eat", "", "08:30", 30)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I would rather not say.",
                "null",
                "[]",
                "{}",
                "{\"insights\": [], \"opinions\": []}",
                "{\"insights\": null, \"opinions\": [], \"plan\": []}",
                "{\"insights\": [], \"opinions\": [], \"plan\": [], \"sql\": \"\"}",
                "{\"insights\": [], \"insights\": [], \"opinions\": [], \"plan\": []}",
                "{\"insights\": [{\"text\": 3, \"because\": []}], \"opinions\": [], \"plan\": []}",
                "{\"insights\": [], \"opinions\": [{\"about\": \"p1\", \"stance\": 0.5, \"words\": \"\"}], \"plan\": []}",
                "{\"insights\": [], \"opinions\": [], \"plan\": [{\"what\": \"eat\"}]}",
                "{\"insights\": [], \"opinions\": [], \"plan\": []} and more",
                "{\"insights\": [{\"text\": \"\\u0000\", \"because\": []}], \"opinions\": [], \"plan\": []}",
            })
    void whatIsNoAnswerSaysWhyOnOneShortLine(String answer) {
        assertThat(grammar.read(answer)).isInstanceOfSatisfying(Reading.Unusable.class, it -> {
            assertThat(it.reason()).isNotBlank().hasSizeLessThanOrEqualTo(300);
            assertThat(it.reason().lines()).hasSize(1);
        });
    }

    @Test
    void whatIsWrongIsNamedByItsPath() {
        var wrong = FULL.replace("-2", "\"often\"");

        assertThat(grammar.read(wrong))
                .isInstanceOfSatisfying(
                        Reading.Unusable.class, it -> assertThat(it.reason()).contains("opinions[0].stance"));
    }

    @Test
    void whatIsTooLongOrTooDeepIsNotRead() {
        assertThat(grammar.read(" ".repeat(NightGrammar.MAX_ANSWER_LENGTH + 1))).isInstanceOf(Reading.Unusable.class);
        assertThat(grammar.read("[".repeat(5_000))).isInstanceOf(Reading.Unusable.class);
        assertThat(grammar.read("{\"insights\":".repeat(1_000))).isInstanceOf(Reading.Unusable.class);
    }

    @Test
    void theSchemaNamesEveryFieldAndKind() {
        assertThat(grammar.schema())
                .contains("\"insights\"", "\"because\"", "\"stance\"", "\"see_doctor\"", "\"minutes\"")
                .doesNotContain("KINDS");
    }
}
