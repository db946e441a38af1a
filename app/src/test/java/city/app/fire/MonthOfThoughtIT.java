package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import city.app.fire.process.Caller;
import city.app.fire.process.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mind of thirty days costs no more than one of a day.
@Tag("long")
class MonthOfThoughtIT {
    private static final int DAY = 288;

    /// From six in the evening to ten, when there is something to remember, and people meet.
    private static final int EVENING = 144;

    private static final int FOUR_HOURS = 48;

    /// Ticks a second: slow enough that both evenings are thought through from their first ticks.
    private static final String SPEED = "4";

    private static final int THINKERS = 5;

    /// Ticks, two seconds: a busy machine must reach the city before it ends.
    private static final int REST = 8;

    @TempDir
    private Path folder;

    @Test
    void aPromptOfDayThirtyIsAsLongAsOneOfDayOne() throws IOException {
        try (var village = new ScriptedVillage(folder)) {
            double first = meanPrompt(village, EVENING);
            double last = meanPrompt(village, 29 * DAY + EVENING);

            System.out.printf("prompts: %.0f bytes on day 1, %.0f on day 30%n", first, last);
            assertThat(last).isCloseTo(first, withinPercentage(10));
        }
    }

    /// Bytes on the wire, of an evening.
    private static double meanPrompt(ScriptedVillage village, int from) throws IOException {
        var kept = village.kept("village");
        village.fly(kept, from);
        int before = village.prompts().size();
        var run = village.run(kept, from + FOUR_HOURS + REST, SPEED);
        var caller = new Caller(run.awaitPort());
        var thinkers = caller.residents().subList(0, THINKERS);
        ScriptedVillage.letThink(caller, thinkers);
        while (caller.get("/world").number("tick").orElseThrow() < from + FOUR_HOURS) {
            Run.rest(Duration.ofMillis(50));
        }
        ScriptedVillage.letBe(caller, thinkers);
        assertThat(run.lastLine()).startsWith("stopped at tick ");
        var prompts = village.prompts().subList(before, village.prompts().size());
        assertThat(prompts).hasSizeGreaterThan(10);
        return prompts.stream().mapToInt(String::length).average().orElseThrow();
    }
}
