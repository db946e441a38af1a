package city.agents.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import city.agents.Action;
import city.agents.domain.prompt.Scene.Recalled;
import city.world.kernel.WireName;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptTest {
    private static final int PLENTY = 10_000;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    private static final String WRITTEN_DOWN = """
            WHY YOU ARE ASKED
            "Ann spoke to you"

            YOU
            name "Ben", age 42, employed as "baker"
            you pursue "save money": 12 of 40 in 3 days
            about you: "You grew up at the harbour and never left."
            you wish: "see the sea again"
            you wish: "own a boat"
            by nature curious, careless, an early riser
            you hold dear to be on the safe side

            HERE AND NOW
            Tuesday 14:05, "afternoon", weather "rain"
            at "Market Square", "square", open, 14 people in all
            food 43, energy 70, company 21 of 100; 0 is starving, exhausted, lonely
            money "12.50", ill until Wednesday 08:05

            THE TALK
            p1 "Ann 1", your partner
            p2 "Ann 2", your parent
            p3 "Ann 3"
            p4 "Ann 4"
            p5 "Ann 5"
            it is your turn to speak
            "Ann" said "Will you come to the harbour?", about "harbour"

            PEOPLE
            p6 "Ann 6", "passing the time"
            p7 "Ann 7", "passing the time"
            p8 "Ann 8", "passing the time"

            PLACES YOU COULD GO TO
            l1 "Place 0", "park", open, "home"
            l2 "Place 1", "park", closed, "home"
            l3 "Place 2", "park", open, "home"
            l4 "Place 3", "park", closed, "home"
            l5 "Place 4", "park", open, "home"
            l6 "Place 5", "park", closed, "home"
            l7 "Place 6", "park", open, "home"
            l8 "Place 7", "park", closed, "home"
            l9 "Place 8", "park", open, "home"
            l10 "Place 9", "park", closed, "home"
            l11 "Place 10", "park", open, "home"
            l12 "Place 11", "park", closed, "home"

            GOODS
            on sale here "bread" for "2.50", 12 in stock
            you carry 2 "bread"
            you carry 1 "fish"

            JOBS YOU COULD TAKE
            j1 "clerk" at "Town Hall" for 11.00 an hour
            j2 "clerk" at "Town Hall" for 11.00 an hour
            j3 "clerk" at "Town Hall" for 11.00 an hour
            j4 "clerk" at "Town Hall" for 11.00 an hour
            j5 "clerk" at "Town Hall" for 11.00 an hour
            j6 "clerk" at "Town Hall" for 11.00 an hour

            PARTIES THAT YOU KNOW OF
            y1 "Harbour Lights", given by "Ann 3" at l3, Tuesday 18:05 to 20:05

            WHAT YOU MEANT TO DO
            Tuesday 13:05 "work" at l2
            Tuesday 15:05 "work" at l3
            Tuesday 17:05 "work" at l4
            Tuesday 19:05 "work" at l5
            Tuesday 21:05 "work" at l6
            Tuesday 23:05 "work" at l7

            WHAT YOU THINK
            p1: you are strongly for, "She keeps her word."
            this place: you are rather against, "Too loud for me."

            WHAT YOU REMEMBER
            3 hours ago: "Ann was angry about the boat."
            1 day ago: "I found a coin."
            """;

    @Test
    void aSceneIsWrittenDownInOrder() {
        var scene = Scenes.remembering(List.of(
                new Recalled("Ann was angry about the boat.", Duration.ofHours(3)),
                new Recalled("I found a coin.", Duration.ofDays(1))));

        assertThat(Prompt.of(scene, 900).input()).isEqualTo(WRITTEN_DOWN);
    }

    @Test
    void noIdStandsInAPromptAndHandlesLeadBothWays() {
        var prompt = Prompt.of(Scenes.plain(), PLENTY);
        var handles = prompt.handles();

        assertThat(prompt.instructions() + prompt.input()).doesNotContainPattern(UUID);
        assertThat(handles.findPerson("p1")).contains(Scenes.ANN);
        assertThat(handles.handleOf(Scenes.ANN)).contains("p1");
        assertThat(handles.handleOf(Scenes.BEN)).as("nobody meets itself").isEmpty();
        assertThat(handles.findPlace("l12")).contains(Scenes.location(11));
        assertThat(handles.handleOf(Scenes.location(11))).contains("l12");
        assertThat(handles.findJob("j6")).contains(Scenes.job(5));
        assertThat(handles.handleOf(Scenes.job(5))).contains("j6");
        assertThat(handles.findParty("y1")).contains(Scenes.PARTY);
        assertThat(handles.findGood("fish")).contains("fish");
        assertThat(handles.talk()).contains(Scenes.TALK);
        assertThat(List.of("p0", "p9", "l13", "j7", "P1", "p", "", "p01", "p1 ", "p-1", "p10000000000000000"))
                .allSatisfy(it -> {
                    assertThat(handles.findPerson(it)).isEmpty();
                    assertThat(handles.findPlace(it)).isEmpty();
                    assertThat(handles.findJob(it)).isEmpty();
                });
    }

    @Test
    void whatMattersLeastIsLeftOutFirst() {
        var goesAt = List.of(
                firstBudgetWith("j1 "),
                firstBudgetWith("by nature"),
                firstBudgetWith("you wish"),
                firstBudgetWith("about you"),
                firstBudgetWith("memory 0 of"),
                firstBudgetWith("Tuesday 13:05 "),
                firstBudgetWith("l12 "),
                firstBudgetWith("you carry 1 "),
                firstBudgetWith("you pursue"),
                firstBudgetWith("p8 "));

        assertThat(goesAt).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
        assertThat(goesAt.getFirst()).isLessThan(PLENTY);
        assertThat(goesAt.getLast()).isGreaterThan(100);
    }

    @Test
    void whatIsLeftOutHasNoHandle() {
        for (int tokens = firstBudgetWith(" said "); tokens < 1_000; tokens += 3) {
            var composer = new Composer(Scenes.plain(), tokens);
            composer.compose();
            var input = composer.input();
            var handles = composer.handles();

            assertThat(handles.people()).hasSize(count(input, "p\\d+ "));
            assertThat(handles.places()).hasSize(count(input, "l\\d+ "));
            assertThat(handles.jobs()).hasSize(count(input, "j\\d+ "));
            assertThat(handles.parties()).hasSize(count(input, "y\\d+ "));
            assertThat(handles.findGood("fish").isPresent()).isEqualTo(input.contains("1 \"fish\""));
        }
    }

    @Test
    void aHandleHasAtMostThreeDigits() {
        var crowd = IntStream.range(0, 200).mapToObj(Scenes::resident).toList();
        var handles = new Handles(crowd, List.of(), List.of(), List.of(), Map.of(), Optional.empty());

        assertThat(handles.findPerson("p200")).contains(Scenes.resident(199));
        assertThat(handles.findPerson("p2000")).isEmpty();
    }

    @Test
    void goodsThatLookAlikeAreNotConfused() {
        var prompt =
                Prompt.of(Scenes.saying(it -> it.equals("bread") ? "a\"b" : it.equals("fish") ? "a'b" : it), PLENTY);

        assertThat(prompt.handles().findGood("a'b")).contains("a\"b");
        assertThat(prompt.input()).contains("you carry 2 \"a'b\"").doesNotContain("you carry 1");
    }

    @Test
    void aMonthOfLifeCostsNoMoreThanADay() {
        var day = Prompt.of(Scenes.remembering(Scenes.memories(20, 70)), Prompt.USUAL_TOKENS);
        var month = Prompt.of(Scenes.remembering(Scenes.memories(100, 1000)), Prompt.USUAL_TOKENS);

        assertThat(Tokens.of(month.input())).isCloseTo(Tokens.of(day.input()), withinPercentage(10));
        assertThat(month.tokens()).isLessThan(Prompt.USUAL_TOKENS + 800);
    }

    @Test
    void theSameSceneGivesTheSameTextOnEveryMachine() {
        var here = Prompt.of(Scenes.plain(), PLENTY);
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));

            assertThat(Prompt.of(Scenes.plain(), PLENTY)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(here.sha256())
                .hasSize(64)
                .isEqualTo(Prompt.of(Scenes.plain(), PLENTY).sha256());
        assertThat(here.sha256())
                .isNotEqualTo(Prompt.of(Scenes.remembering(List.of()), PLENTY).sha256());
    }

    @Test
    void theInstructionsNameEveryActionAndNoResident() {
        var instructions = Prompt.of(Scenes.plain(), PLENTY).instructions();

        assertThat(Action.class.getPermittedSubclasses())
                .hasSize(15)
                .allSatisfy(it -> assertThat(instructions)
                        .contains("\n- " + it.getAnnotation(WireName.class).value() + ": "));
        assertThat(instructions).doesNotContain("Ben", "Ann");
    }

    @Test
    void aPromptNeedsRoomForWhatIsNeverLeftOut() {
        assertThatThrownBy(() -> Prompt.of(Scenes.plain(), 699)).hasMessage("maxTokens must be at least 700: 699");
    }

    @Test
    void agesAreTold() {
        assertThat(CityTimes.ago(Duration.ofMinutes(9))).isEqualTo("just now");
        assertThat(CityTimes.ago(Duration.ofMinutes(59))).isEqualTo("59 minutes ago");
        assertThat(CityTimes.ago(Duration.ofMinutes(60))).isEqualTo("1 hour ago");
        assertThat(CityTimes.ago(Duration.ofHours(47))).isEqualTo("1 day ago");
        assertThat(CityTimes.ago(Duration.ofDays(13))).isEqualTo("13 days ago");
        assertThat(CityTimes.ago(Duration.ofDays(30))).isEqualTo("4 weeks ago");
    }

    /// How many lines begin so.
    private static int count(String input, String beginning) {
        return (int) input.lines().filter(it -> it.matches(beginning + ".*")).count();
    }

    private static int firstBudgetWith(String words) {
        var scene = Scenes.plain();
        for (int tokens = 100; tokens < PLENTY; tokens++) {
            var composer = new Composer(scene, tokens);
            composer.compose();
            if (composer.input().contains(words)) {
                return tokens;
            }
        }
        return PLENTY;
    }
}
