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
/// second day, where a little later one thing more happens in the fork.
class MindsForkIT {
    private static final int NOON = 432;

    /// From noon on each of those who think, and rest for half an hour, has decided once.
    private static final int EVENT = NOON + 7;

    /// So slow that it is paused before a tick passes.
    private static final String SPEED = "0.1";

    /// Shuts where most work and eat, so that who rests at home comes to see it by company or by hunger. A festival
    /// passed them by.
    private static final String ONE_EVENT = "{\"kind\":\"outage\",\"name\":\"No light\",\"minutes\":2880}";

    private static final Duration GLANCE = Duration.ofMillis(20);

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
            var caller = new Caller(run.awaitPort());
            step(caller, from + 1);
            ScriptedVillage.letThink(caller);
            var lived = stepToEnd(caller, run, end);
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
        var fork = village.run(second, end, SPEED);
        var caller = new Caller(fork.awaitPort());
        step(caller, EVENT);
        assertThat(village.prompts()).as("who sees the same is not asked").hasSize(asked);
        caller.post("/world/events", ONE_EVENT);
        step(caller, end - 1);
        var providers = providersSinceNoon(caller);
        assertThat(stepToEnd(caller, fork, end))
                .startsWith("stopped at tick %d, ".formatted(end))
                .isNotEqualTo(lived);
        assertThat(village.prompts()).as("who sees something else is asked").hasSizeGreaterThan(asked);
        assertThat(providers).as("and only who sees something else").contains("", "stub");

        var diff = village.runs().startBare(first, "diff", "first", "second", "--json");
        assertThat(diff.exitCode()).as(diff::complaints).isEqualTo(Failure.DOES_NOT_HOLD);
        assertThat(diff.said()).contains("\"same_genesis\":true", "\"last_equal_tick\":" + (EVENT - 1));
        var until = village.runs().startBare(first, "diff", "first", "second", "--at", "" + (EVENT - 1));
        assertThat(until.exitCode()).as(until::said).isZero();
    }

    /// @return its last line
    private static String stepToEnd(Caller caller, Run run, int end) throws IOException {
        step(caller, end - 1);
        caller.post("/world/clock/resume", "");
        return run.lastLine();
    }

    /// No tick passes before everybody has the answer of the one before, so nothing depends on the machine's pace.
    private static void step(Caller caller, long tick) throws IOException {
        caller.post("/world/clock/pause", "");
        caller.post("/world/clock/speed", "{\"speed\": 20}");
        while (tickOf(caller) < tick) {
            awaitAnswers(caller);
            caller.post("/world/clock/step", "");
        }
        awaitAnswers(caller);
    }

    private static void awaitAnswers(Caller caller) throws IOException {
        for (var resident : ScriptedVillage.thinkers(caller)) {
            while (caller.get("/agents/%s/mind".formatted(resident)).body().contains("\"waiting\":true")) {
                Run.rest(GLANCE);
            }
        }
    }

    private static long tickOf(Caller caller) throws IOException {
        return caller.get("/world").number("tick").orElseThrow();
    }

    /// Who answered what was decided since noon; nobody where the answer is the first city's.
    private static Set<String> providersSinceNoon(Caller caller) throws IOException {
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
