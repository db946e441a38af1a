package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.Failure;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Residents of a village think with a scripted model. It is lived again without the model, and forked at noon of the
/// second day, where one thing more happens in the fork.
class MindsForkIT {
    private static final int NOON = 432;
    private static final String SPEED = "10";

    /// Shuts where most work and eat, so that who rests at home comes to see it by company or by hunger. A festival
    /// passed them by.
    private static final String ONE_EVENT = "{\"kind\":\"outage\",\"name\":\"No light\",\"minutes\":2880}";

    private static final Duration GLANCE = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    @Test
    void aForkAsksOnlyWhoSeesSomethingElse() throws IOException {
        live(NOON - 32, NOON + 48);
    }

    @Test
    @Tag("long")
    void twoDaysWithAModelAreLivedAgainWithoutItAndPartOnlyWhereTheyAreToldTo() throws IOException {
        live(0, 576);
    }

    /// @param from so long nobody thinks
    private void live(int from, int end) throws IOException {
        try (var village = new ScriptedVillage(folder)) {
            var first = village.kept("first");
            village.fly(first, from);
            var run = village.run(first, end, SPEED);
            ScriptedVillage.letThink(new Caller(run.awaitPort()));
            var lived = run.lastLine();
            assertThat(lived).startsWith("stopped at tick %d, ".formatted(end));
            int asked = village.prompts().size();
            assertThat(asked).isGreaterThan(10);

            assertThat(village.runs().end(first, "replay")).isEqualTo(lived.replaceFirst("stopped at", "replayed to"));
            assertThat(village.prompts()).as("a replay asks no model").hasSize(asked);

            fork(village, first, end, lived);
        }
    }

    private static void fork(ScriptedVillage village, Kept first, int end, String lived) throws IOException {
        int asked = village.prompts().size();
        var second = village.kept("second");
        village.runs()
                .end(first, "fork", "--at", "" + NOON, "--into", second.data().toString());
        var fork = village.run(second, end, "0.1");
        var caller = new Caller(fork.awaitPort());
        long tick = caller.get("/world").number("tick").orElseThrow();
        assertThat(tick).isBetween((long) NOON, NOON + 1L);
        caller.post("/world/events", ONE_EVENT);
        caller.post("/world/clock/speed", "{\"speed\": %s}".formatted(SPEED));

        var providers = providersBefore(caller, end - 5);
        assertThat(fork.lastLine())
                .startsWith("stopped at tick %d, ".formatted(end))
                .isNotEqualTo(lived);
        assertThat(village.prompts()).as("who sees something else is asked").hasSizeGreaterThan(asked);
        assertThat(providers).as("and only who sees something else").contains("", "stub");

        var diff = village.runs().startBare(first, "diff", "first", "second", "--json");
        assertThat(diff.exitCode()).as(diff::complaints).isEqualTo(Failure.DOES_NOT_HOLD);
        assertThat(diff.said()).contains("\"same_genesis\":true").containsPattern("\"last_equal_tick\":43[2-9]");
        var until = village.runs().startBare(first, "diff", "first", "second", "--at", "" + (tick - 1));
        assertThat(until.exitCode()).as(until::said).isZero();
    }

    /// Who answered what was decided since noon; nobody where the answer is the first city's.
    private static Set<String> providersBefore(Caller caller, long tick) throws IOException {
        while (caller.get("/world").number("tick").orElseThrow() < tick) {
            Run.rest(GLANCE);
        }
        var providers = new HashSet<String>();
        for (var resident : ScriptedVillage.thinkers(caller)) {
            var page = caller.get("/agents/" + resident + "/decisions?limit=100");
            var outcomes = page.texts("outcome");
            var ticks = page.numbers("tick");
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i).equals("followed") && ticks.get(i) > NOON) {
                    providers.add(page.texts("provider").get(i));
                }
            }
        }
        return providers;
    }
}
