package city.agents.domain.night;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Intent;
import city.agents.Opinion;
import city.agents.domain.night.NightAnswer.Insight;
import city.agents.domain.night.NightAnswer.Step;
import city.agents.domain.night.NightAnswer.View;
import city.agents.domain.prompt.Handles;
import city.agents.domain.prompt.NightHandles;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightThoughtsTest {
    private static final ResidentId BEN = new ResidentId(new UUID(1, 2));
    private static final LocationId PARK = new LocationId(new UUID(3, 4));
    private static final NightHandles HANDLES = new NightHandles(
            new Handles(List.of(BEN), List.of(PARK), List.of(), List.of(), Map.of("bread", "bread"), Optional.empty()),
            12);

    @Test
    void handlesBecomeWhatTheyStandFor() {
        var thoughts = NightThoughts.of(
                new NightAnswer(
                        List.of(new Insight(" Ben\tis\nkind. ", List.of("m12", "m1", "m1"))),
                        List.of(new View("p1", 2, "He is kind."), new View("bread", -1, "Dear.")),
                        List.of(new Step("eat", "", "7:30", 30), new Step("see_doctor", "l1", "23:05", 60))),
                HANDLES);

        assertThat(thoughts.faults()).isEmpty();
        assertThat(thoughts.insights()).containsExactly(new NightThoughts.Insight("Ben is kind.", List.of(0, 11)));
        assertThat(thoughts.opinions())
                .containsExactly(
                        new Opinion(new Opinion.Subject.Person(BEN), 2, "He is kind."),
                        new Opinion(new Opinion.Subject.Good("bread"), -1, "Dear."));
        assertThat(thoughts.plan())
                .containsExactly(
                        new Intent(Intent.Kind.EAT, 450, 30, Optional.empty()),
                        new Intent(Intent.Kind.SEE_DOCTOR, 1385, 60, Optional.of(PARK)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I fly.  |          | insights[0].because must cite 1 to 8 memories: 0
            I fly.  | m13      | insights[0].because must cite known memories: "m13"
            I fly.  | m1 m01   | insights[0].because must cite known memories: "m01"
            I fly.  | l1       | insights[0].because must cite known memories: "l1"
            ' '     | m1       | insights[0].text must not be blank
            """)
    void whatCitesNothingThatIsRememberedIsLeftOut(String text, String because, String fault) {
        var cited = because == null ? List.<String>of() : List.of(because.split(" "));

        var thoughts =
                NightThoughts.of(new NightAnswer(List.of(new Insight(text, cited)), List.of(), List.of()), HANDLES);

        assertThat(thoughts.isEmpty()).isTrue();
        assertThat(thoughts.faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p2    | 1  | Who?  | opinions[0].about must be a known person, place or good: "p2"
            p1    | 3  | Well. | opinions[0].stance must be -2 to 2: 3
            p1    | 1  | ' '   | opinions[0].words must not be blank
            """)
    void anOpinionThatMakesNoSenseIsLeftOut(String about, int stance, String words, String fault) {
        var view = new View(about, stance, words);

        var thoughts = NightThoughts.of(new NightAnswer(List.of(), List.of(view), List.of()), HANDLES);

        assertThat(thoughts.opinions()).isEmpty();
        assertThat(thoughts.faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fly     |    | 08:30 | 30  | plan[1].what must be one of eat,
            eat     | l2 | 08:30 | 30  | plan[1].where must be a known place: "l2"
            eat     |    | 24:00 | 30  | plan[1].from must be a time such as 08:30: "24:00"
            eat     |    | 08:30 | 4   | plan[1].minutes must be 5 to 720: 4
            """)
    void withOneStepThatMakesNoSenseThereIsNoPlan(String what, String where, String from, int minutes, String fault) {
        var steps =
                List.of(new Step("eat", "", "07:00", 30), new Step(what, where == null ? "" : where, from, minutes));

        var thoughts = NightThoughts.of(new NightAnswer(List.of(), List.of(), steps), HANDLES);

        assertThat(thoughts.plan()).isEmpty();
        assertThat(thoughts.faults()).singleElement().asString().startsWith(fault);
    }

    @Test
    void whatIsTooMuchIsLeftOut() {
        var insights = IntStream.range(0, 5)
                .mapToObj(it -> new Insight("I know " + it, List.of("m1")))
                .toList();
        var steps = IntStream.range(0, 9)
                .mapToObj(it -> new Step("eat", "", "0" + it + ":00", 30))
                .toList();
        var views = List.of(new View("p1", 1, "Good."), new View("p1", 2, "Very good."));

        var thoughts = NightThoughts.of(new NightAnswer(insights, views, steps), HANDLES);

        assertThat(thoughts.insights()).hasSize(NightThoughts.MOST_INSIGHTS);
        assertThat(thoughts.opinions()).hasSize(1);
        assertThat(thoughts.plan()).isEmpty();
        assertThat(thoughts.faults())
                .containsExactly(
                        "insights must be at most 3: 5",
                        "opinions[1].about must not be given twice: \"p1\"",
                        "plan must have at most 8 steps: 9");
    }
}
