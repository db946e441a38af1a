package city.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.codec.Samples.Act;
import city.adapter.codec.Samples.Move;
import city.adapter.codec.Samples.ResidentId;
import city.world.spi.Codec.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sample texts are written with ' for " here; A and B stand for ids.
class UnreadableTextTest {
    private final JsonCodec codec = Samples.codec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            transfer | {'from':A,'to':B,'amount':'1.234'}          | amount: must be a decimal with two places: '1.234'
            transfer | {'from':A,'to':B,'amount':1.23}             | amount: must be a string: 1.23
            transfer | {'from':A,'to':B,'amount':null}             | amount: must not be null
            transfer | {'from':A,'to':B}                           | amount: is missing
            transfer | {'from':A,'to':B,'amount':'1.00','tip':1}   | tip: is not a key here; keys are from, to, amount, reason
            transfer | {'from':A,'from':B}                         | from: is given twice
            transfer | {'from':A,'to':B,'amount':'1.00','reason':null} | reason: must not be null
            transfer | {'from':A,'to':A,'amount':'1.00'}           | from and to must differ
            transfer | {'from':'7'}                                | from: must be a UUID: '7'
            transfer | {'from':'1-1-1-1-1'}                        | from: must be a UUID: '1-1-1-1-1'
            transfer | {'from':{'value':A}}                        | from: must be a UUID: {…}
            transfer | []                                          | must be an object: […]
            transfer | null                                        | must not be null
            transfer | ``                                          | must be an object: nothing
            close-shop | {} {}                                     | has text after its end
            close-shop | {}x                                       | has text after its end
            close-shop | {'a':1}                                   | a: is not a key here; none is
            audit    | {'minimum':'7'}                             | minimum: must be an integer: '7'
            audit    | {'minimum':7.0}                             | minimum: must be an integer: 7.0
            audit    | {'minimum':1e3}                             | minimum: must be an integer: 1e3
            audit    | {'minimum':9223372036854775808}             | minimum: must be an integer of 64 bits: 9223372036854775808
            profile  | {'mood':2147483648}                         | mood: must be an integer of 32 bits: 2147483648
            profile  | {'name':'\\u0000'}                          | name: must not hold U+0000 or half a surrogate pair: '\\u0000'
            profile  | {'awake':'true'}                            | awake: must be true or false: 'true'
            profile  | {'score':'3'}                               | score: must be a number: '3'
            profile  | {'score':1e999}                             | score: must be a finite number: 1e999
            profile  | {'contract':'FULL_TIME'}                    | contract: must be one of full_time, hourly: 'FULL_TIME'
            profile  | {'born_at':'yesterday'}                     | born_at: must be an RFC 3339 time: 'yesterday'
            profile  | {'shift':90}                                | shift: must be an ISO 8601 duration: 90
            profile  | {'shift':'90m'}                             | shift: must be an ISO 8601 duration: '90m'
            profile  | {'slots':{}}                                | slots: must be an array: {…}
            profile  | {'slots':[1,2,-3]}                          | slots[2]: slot must not be negative: -3
            profile  | {'slots':[1,[]]}                            | slots[1]: must be an integer: […]
            profile  | {'slots':[null]}                            | slots[0]: must not be null
            profile  | {'traits':{'a':'b','c':1}}                  | traits.c: must be a string: 1
            profile  | {'traits':{'a':'b','a':'b'}}                | traits.a: is given twice
            profile  | {'traits':[]}                               | traits: must be an object: […]
            weigh    | {'others':{'a':[{'grams':1},{}]}}           | others.a[1].grams: is missing
            act      | {'action':{'type':'fly'}}                   | action.type: must be one of move, wait_here, say, sample.plan.v1: 'fly'
            act      | {'action':{'type':5}}                       | action.type: must be one of move, wait_here, say, sample.plan.v1: 5
            act      | {'action':{'to':[A],'type':'fly'}}          | action.type: must be one of move, wait_here, say, sample.plan.v1: 'fly'
            act      | {'action':{'to':A,'type':{},'type':'move'}} | action.type: must be one of move, wait_here, say, sample.plan.v1: {…}
            act      | {'action':{'type':'move','type':'move'}}    | action.type: is not a key here; keys are to
            act      | {'action':{'to':A}}                         | action.type: is missing
            act      | {'action':{}}                               | action.type: is missing
            act      | {'action':'move'}                           | action: must be an object: 'move'
            act      | {'later':[{'type':'sample.plan.v1','steps':[{'type':'say'}]}]} | later[0].steps[0].words: is missing
            """)
    void everyRuleIsNamedWithItsPlace(String name, String text, String complaint) {
        assertThatThrownBy(() -> codec.read("sample." + name + ".v1", json(text)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("sample." + name + ".v1: " + complaint.replace('\'', '"'));
    }

    @Test
    void anUnknownNameIsQuoted() {
        assertThatThrownBy(() -> codec.read("sample.fly.v1", "{}"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("\"sample.fly.v1\" is not a name of anything here");
    }

    @Test
    void brokenJsonIsPlaced() {
        assertThatThrownBy(() -> codec.read("sample.audit.v1", "{\"minimum\":01}"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("sample.audit.v1: is not JSON at character 1");
        assertThatThrownBy(() -> codec.read("sample.audit.v1", "{\"minimum\":1"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("sample.audit.v1: is not JSON at character 12: Unexpected end-of-input");
        assertThatThrownBy(() -> codec.read("sample.act.v1", "{\"action\":{\"to\":1,,\"type\":\"move\"}}"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("sample.act.v1: is not JSON at character ");
        assertThatThrownBy(() -> codec.read("sample.act.v1", "{\"later\":" + "[".repeat(5_000)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aLongValueIsShownInPart() {
        assertThatThrownBy(() -> codec.read("sample.transfer.v1", "{\"from\":\"" + "x".repeat(1_000) + "\"}"))
                .hasMessage("sample.transfer.v1: from: must be a UUID: \"" + "x".repeat(80) + "…\"");
    }

    @Test
    void keysMayComeInAnyOrderTheTypeToo() {
        var expected = new Act(new ResidentId(Samples.ANN), new Move(new ResidentId(Samples.BEN)), List.of());

        assertThat(codec.read("sample.act.v1", json("{'later':[],'action':{'to':B,'type':'move'},'resident':A}")))
                .isEqualTo(expected);
    }

    @Test
    void theTypeIsFoundBehindMoreThanOneBufferOfText() {
        String words = "x\\\"é".repeat(50_000);
        String text = json("{'resident':A,'later':[{'words':'W','type':'say'},{'words':'W','type':'say'}],"
                        + "'action':{'type':'wait_here'}}")
                .replace("W", words);

        var act = (Act) codec.read("sample.act.v1", text);

        assertThat(act.later()).hasSize(2).allMatch(each -> each.equals(new Samples.Say("x\"é".repeat(50_000))));
    }

    private static String json(String text) {
        return text.replace("A", "'" + Samples.ANN + "'")
                .replace("B", "'" + Samples.BEN + "'")
                .replace('\'', '"');
    }
}
