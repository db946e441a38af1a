package city.agents.spi;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.PartyId;
import city.agents.domain.prompt.Handles;
import city.agents.spi.ActionGrammar.Reading;
import city.agents.spi.ActionGrammar.Reading.Understood;
import city.agents.spi.ActionGrammar.Reading.Unusable;
import city.economy.JobId;
import city.economy.Money;
import city.social.InteractionId;
import city.social.Tone;
import city.social.Utterance;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.WireName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every grammar of actions must do, whoever reads the JSON.
public abstract class ActionGrammarContract {
    protected static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    protected static final ResidentId BEN = new ResidentId(new UUID(1, 2));
    protected static final LocationId MILL = new LocationId(new UUID(2, 1));
    protected static final JobId BAKER = new JobId(new UUID(3, 1));
    protected static final PartyId DANCE = new PartyId(new UUID(5, 1));
    protected static final InteractionId TALK = new InteractionId(new UUID(4, 1));

    protected static final Handles HANDLES = new Handles(
            List.of(ANN, BEN),
            List.of(MILL),
            List.of(BAKER),
            List.of(DANCE),
            Map.of("bread", "bread"),
            Optional.of(TALK));

    /// An answer for each action that there is, and what it means.
    protected static final Map<String, Action> ANSWERS = answers();

    protected abstract ActionGrammar grammar();

    private static Map<String, Action> answers() {
        var hello = new Utterance("Hello!", Tone.WARM, "weather");
        var answers = new HashMap<String, Action>();
        answers.put(answer("move", "'l1'", "0", ""), new Action.Move(MILL));
        answers.put(answer("work", "", "0", ""), new Action.Work());
        answers.put(answer("buy", "'bread'", "100", ""), new Action.Buy("bread", 100));
        answers.put(answer("use", "'bread'", "0", ""), new Action.Use("bread"));
        answers.put(answer("rest", "", "1440", ""), new Action.Rest(1440));
        answers.put(answer("sleep", "", "0", ""), new Action.Sleep());
        answers.put(answer("give", "'p2'", "5.25", ""), new Action.Give(BEN, new Money(525)));
        answers.put(answer("take_job", "'j1'", "0", ""), new Action.TakeJob(BAKER));
        answers.put(answer("quit_job", "", "0", ""), new Action.QuitJob());
        answers.put(answer("wait", "", "30.0", ""), new Action.Wait(30));
        answers.put(answer("say", "", "0", "Hello!"), new Action.Say(hello, Optional.of(TALK)));
        answers.put(
                answer("invite", "'p2','p1'", "20", "Hello!"),
                new Action.Invite(List.of(BEN, ANN), Optional.of(hello), 20));
        answers.put(answer("reply", "'no'", "1", ""), new Action.Reply(false, 1));
        answers.put(answer("leave_talk", "", "0", " "), new Action.LeaveTalk(Optional.empty(), Optional.of(TALK)));
        answers.put(answer("study", "", "60", ""), new Action.Study(60));
        return answers;
    }

    /// @param target its entries, with ' for "
    protected static String answer(String type, String target, String number, String words) {
        return """
                {"thought":"I want to.","type":"%s","target":[%s],"number":%s,"words":"%s","tone":"warm",\
                "topic":"weather"}""".formatted(type, target.replace('\'', '"'), number, words);
    }

    @Test
    void everyActionThereIsCanBeSaid() {
        var actions = Arrays.stream(Action.class.getPermittedSubclasses()).toList();

        assertThat(ANSWERS.values())
                .as("an answer for each action of the closed type")
                .extracting(Object::getClass)
                .hasSameElementsAs(actions);
        ANSWERS.forEach((answer, action) ->
                assertThat(grammar().read(answer, HANDLES)).isEqualTo(new Understood(action, "I want to.")));
    }

    @Test
    void theSchemaOffersEveryAction() {
        assertThat(Action.class.getPermittedSubclasses())
                .allSatisfy(it -> assertThat(grammar().schema())
                        .contains('"' + it.getAnnotation(WireName.class).value() + '"'));
    }

    @Test
    void aWordAtAnInvitationOrAtLeavingMayBeLeftOut() {
        assertThat(action(answer("invite", "'p1'", "20", "")))
                .isEqualTo(new Action.Invite(List.of(ANN), Optional.empty(), 20));
        assertThat(action(answer("leave_talk", "", "0", "Bye.")))
                .isEqualTo(new Action.LeaveTalk(
                        Optional.of(new Utterance("Bye.", Tone.WARM, "weather")), Optional.of(TALK)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fly        | ``                          | 0        | ``  | type: must be one of
            MOVE       | 'l1'                        | 0        | ``  | type: must be one of
            move       | ``                          | 0        | ``  | target: must be one place, not 0
            move       | 'l1','l1'                   | 0        | ``  | target: must be one place, not 2
            move       | 'l2'                        | 0        | ``  | target[0]: must be a known place: "l2"
            move       | 'p1'                        | 0        | ``  | target[0]: must be a known place: "p1"
            move       | 'l01'                       | 0        | ``  | target[0]: must be a known place: "l01"
            move       | 'L1'                        | 0        | ``  | target[0]: must be a known place: "L1"
            move       | 'l'                         | 0        | ``  | target[0]: must be a known place: "l"
            move       | ''                          | 0        | ``  | target[0]: must be a known place: ""
            move       | 'l99999999999'              | 0        | ``  | target[0]: must be a known place
            move       | 1                           | 0        | ``  | target[0]: must be a string
            move       | ['l1']                      | 0        | ``  | target[0]: must be a string
            buy        | 'gold'                      | 1        | ``  | target[0]: must be a known good: "gold"
            buy        | 'bread'                     | 0        | ``  | number: must be a whole number of 1 to 100: 0
            buy        | 'bread'                     | 101      | ``  | number: must be a whole number of 1 to 100: 101
            buy        | 'bread'                     | 1.5      | ``  | number: must be a whole number of 1 to 100: 1.5
            buy        | 'bread'                     | -1       | ``  | number: must be a whole number of 1 to 100: -1
            buy        | 'bread'                     | 1e1      | ``  | number: must be a whole number of 1 to 100: 1e1
            buy        | 'bread'                     | '1'      | ``  | number: must be a number
            buy        | 'bread'                     | null     | ``  | number: must be a number
            rest       | ``                          | 1441     | ``  | number: must be a whole number of 1 to 1440: 1441
            wait       | ``                          | 0        | ``  | number: must be a whole number of 1 to 1440: 0
            study      | ``                          | 1e999999999 | `` | number: must be a whole number of 1 to 1440
            give       | 'p1'                        | 0.00     | ``  | number: must be an amount above zero
            give       | 'p1'                        | 0.001    | ``  | number: must be an amount above zero
            give       | 'p1'                        | -5       | ``  | number: must be an amount above zero
            give       | 'p1'                        | 9999999999999999 | `` | number: must be an amount above zero
            give       | 'p1'                        | 999999999999999999999 | `` | number: must have at most 20 digits
            give       | 'p3'                        | 5        | ``  | target[0]: must be a known person: "p3"
            take_job   | 'j2'                        | 0        | ``  | target[0]: must be a known job: "j2"
            say        | ``                          | 0        | ``  | words: must have 1 to 500 characters
            say        | ``                          | 0        | \\u0000 | words: must not hold U+0000
            say        | ``                          | 0        | \\ud800 | words: must not hold U+0000 or half
            invite     | ``                          | 20       | Hi  | target: must be 1 to 5 people, not 0
            invite     | 'p1','p1'                   | 20       | Hi  | target[1]: must not name somebody twice: "p1"
            invite     | 'p1'                        | 0        | Hi  | number: must be a whole number of 1 to 1440
            reply      | 'maybe'                     | 20       | ``  | target: must be ["yes"] or ["no"]
            reply      | 'yes'                       | 0        | ``  | number: must be a whole number of 1 to 1440
            """)
    void whatCannotBeUsedIsRefusedByItsField(
            String type, String target, String number, String words, String complaint) {
        var reading = grammar().read(answer(type, target, number.replace('\'', '"'), words), HANDLES);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unusable.class,
                        it -> assertThat(it.reason())
                                .startsWith(complaint)
                                .hasLineCount(1)
                                .hasSizeLessThan(300));
    }

    @Test
    void wordsMayBeAsLongAsSpeechAndNoLonger() {
        assertThat(action(answer("say", "", "0", "x".repeat(500)))).isInstanceOf(Action.Say.class);

        assertThat(reason(answer("say", "", "0", "x".repeat(501)))).startsWith("words: must have 1 to 500 characters");
        assertThat(reason(ANSWERS.keySet().stream()
                        .filter(it -> it.contains("\"say\""))
                        .findAny()
                        .orElseThrow()
                        .replace("\"weather\"", '"' + "x".repeat(61) + '"')))
                .startsWith("topic: must have at most 60 characters");
    }

    @Test
    void aPartysHandleBecomesItsTopicAndNoOtherDoes() {
        var telling = answer("say", "", "0", "Come!");

        assertThat(topic(telling.replace("weather", "y1"))).isEqualTo(DANCE.topic());
        assertThat(topic(telling.replace("weather", "y2"))).isEqualTo("y2");
        assertThat(topic(telling.replace("weather", "p1"))).isEqualTo("p1");
    }

    private String topic(String answer) {
        return ((Action.Say) action(answer)).utterance().topic();
    }

    @Test
    void anAnswerHasAllItsFieldsOnceAndNoOthers() {
        var answer = answer("sleep", "", "0", "");

        assertThat(reason(answer.replace(",\"topic\":\"weather\"", ""))).isEqualTo("topic: is missing");
        assertThat(reason(answer.replace("\"target\":[],", ""))).isEqualTo("target: is missing");
        assertThat(reason(answer.replace("\"number\":0", "\"number\":0,\"mood\":1")))
                .isEqualTo("\"mood\": is not a field of an answer");
        assertThat(reason(answer.replace("\"number\":0", "\"number\":0,\"number\":0")))
                .isEqualTo("number: is given twice");
        assertThat(reason(answer.replace("[]", "[],\"target\":[]"))).isEqualTo("target: is given twice");
        assertThat(reason(answer.replace("\"warm\"", "7"))).isEqualTo("tone: must be a string");
        assertThat(reason(answer("say", "", "0", "Hi").replace("\"warm\"", "\"loud\"")))
                .isEqualTo("tone: must be one of plain, warm, cross: \"loud\"");
    }

    @Test
    void anAnswerIsOneObjectWithNothingAroundIt() {
        var answer = answer("sleep", "", "0", "");

        assertThat(action(" \n" + answer + "\n")).isEqualTo(new Action.Sleep());
        for (var other :
                List.of("", " ", "null", "[]", "\"sleep\"", "[" + answer + "]", "```json\n" + answer + "\n```")) {
            assertThat(reason(other)).as(other).startsWith("answer: ");
        }
        for (var after : List.of("x", "{}", ",", "]", "//", "null")) {
            assertThat(reason(answer + after)).as(after).startsWith("answer: ");
        }
    }

    @Test
    void aThoughtStaysOnOneLineAndIsCut() {
        var said = answer("sleep", "", "0", "").replace("I want to.", "a\\n\\tb\\u2028 " + "😀".repeat(200));

        var thought = ((Understood) grammar().read(said, HANDLES)).thought();

        assertThat(thought).startsWith("a b 😀").endsWith("😀…").hasSizeBetween(278, 280);
    }

    @Test
    void withoutATalkInThePromptNoTalkIsNamed() {
        var alone = new Handles(List.of(), List.of(), List.of(), List.of(), Map.of(), Optional.empty());

        var reading = grammar().read(answer("leave_talk", "", "0", ""), alone);

        assertThat(reading)
                .isEqualTo(new Understood(new Action.LeaveTalk(Optional.empty(), Optional.empty()), "I want to."));
    }

    protected Reading reading(String answer) {
        return grammar().read(answer, HANDLES);
    }

    private Action action(String answer) {
        return ((Understood) reading(answer)).action();
    }

    private String reason(String answer) {
        return ((Unusable) reading(answer)).reason();
    }
}
