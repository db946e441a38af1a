package city.agents.domain.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.Chance;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static final String TOPICS = Stream.of(Topic.Kind.values())
            .flatMap(it -> Stream.of("say", "agree", "more", "differ").map(rule -> rule + "-" + it.word() + "\n  so\n"))
            .collect(Collectors.joining());

    @Test
    void anAlternativeWithoutOneOfItsSlotsIsPassedOver() {
        var said = all(
                "greet\n  good {daypart}, {name}.\n  good {daypart}.\n",
                "greet",
                new Facts().slot("daypart", "evening"));

        assertThat(said).containsExactly("Good evening.");
    }

    @Test
    void tagsDecideWhatMayBeSaid() {
        var grammar = "sky\n  [rain] wet.\n  [!rain] dry.\n  [rain cold] sleet.\n";

        assertThat(all(grammar, "sky", new Facts().tag("rain", true))).containsExactly("Wet.");
        assertThat(all(grammar, "sky", new Facts())).containsExactly("Dry.");
    }

    @Test
    void aRuleThatCannotBeCompletedGivesWayToAnother() {
        var said = all("greet\n  9| <name> there.\n  hello.\nname\n  {name}\n", "greet", new Facts());

        assertThat(said).containsExactly("Hello.");
    }

    @Test
    void weightsSayHowOftenAnAlternativeIsTaken() {
        var grammar = Grammar.parse(TOPICS + "word\n  9| often\n  seldom\n");
        long often = Stream.iterate(0, it -> it + 1)
                .limit(1_000)
                .filter(it -> say(grammar, "word", new Facts(), it).equals("Often"))
                .count();

        assertThat(often).isBetween(860L, 940L);
    }

    @Test
    void aRuleThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Grammar.parse(TOPICS + "greet\n  <nothing>\n")).hasMessageContaining("nothing");
    }

    @Test
    void sentencesBeginWithCapitalsAndClausesDoNot() {
        assertThat(Sentences.tidy(" so it is.  and {x} so! what?")).isEqualTo("So it is. And {x} so! What?");
        assertThat(Sentences.tidy("1.50 for bread. dear")).isEqualTo("1.50 for bread. Dear");
        assertThat(Sentences.clause("To learn a trade.")).isEqualTo("to learn a trade");
        assertThat(Sentences.clause("I want rest!")).isEqualTo("I want rest");
        assertThat(Sentences.withArticle("Innkeeper")).isEqualTo("an innkeeper");
    }

    @Test
    void whatTheOtherJustSaidIsAnEcho() {
        assertThat(Sentences.echoes("Well. It is cold outside.", "It is cold outside."))
                .isTrue();
        assertThat(Sentences.echoes("Well. It is warm.", "Well. It is cold outside."))
                .isFalse();
    }

    private static Set<String> all(String rules, String rule, Facts facts) {
        var grammar = Grammar.parse(TOPICS + rules);
        var said = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            said.add(say(grammar, rule, facts, i));
        }
        return said;
    }

    private static String say(Grammar grammar, String rule, Facts facts, int moment) {
        return grammar.say(rule, "talk", facts, new Draw(Chance.of(1, 0, moment), 3))
                .orElse("");
    }
}
