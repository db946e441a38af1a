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

/// All residents of a village think, with a scripted model that takes its time. The village is lived again without the
/// model, and forked at noon of the second day, where a little later one thing more happens in the fork. The first city
/// runs by the clock, and so does the fork from then on; what both share it runs as fast as it can.
class MindsForkIT {
    private static final int NOON = 432;
    private static final int EVENT = NOON + 7;

    /// So slow that all are told to think before a tick passes.
    private static final String AT_FIRST = "0.1";

    private static final String BY_THE_CLOCK = "{\"speed\": 8}";

    /// Ticks, two seconds: a busy machine must reach the city before it ends.
    private static final int REST = 16;

    /// Of some ticks' time: answers come in the tick of their question, or in a later one.
    private static final Duration HESITATION = Duration.ofMillis(300);

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
            village.hesitate(HESITATION);
            var first = village.kept("first");
            village.fly(first, from);
            var run = village.run(first, end, AT_FIRST);
            var caller = new Caller(run.awaitPort());
            ScriptedVillage.letThink(caller, caller.residents());
            caller.post("/world/clock/speed", BY_THE_CLOCK);
            var lived = run.lastLine();
            assertThat(lived).startsWith("stopped at tick %d, ".formatted(end));
            int asked = village.prompts().size();
            assertThat(asked).isGreaterThan(50);

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
        var fork = village.run(second, end, AT_FIRST);
        var caller = new Caller(fork.awaitPort());
        runTo(caller, EVENT);
        assertThat(village.prompts()).as("who sees the same is not asked").hasSize(asked);
        caller.post("/world/events", ONE_EVENT);
        caller.post("/world/clock/speed", BY_THE_CLOCK);
        caller.post("/world/clock/resume", "");
        while (tickOf(caller) < end - REST) {
            Run.rest(GLANCE);
        }
        var providers = providersSinceNoon(caller);
        assertThat(fork.lastLine())
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

    /// As fast as it can.
    private static void runTo(Caller caller, long tick) throws IOException {
        stop(caller);
        long ticks = tick - tickOf(caller);
        caller.post("/world/clock/step", "{\"ticks\": %d}".formatted(ticks));
        stop(caller);
        assertThat(tickOf(caller)).isEqualTo(tick);
    }

    private static void stop(Caller caller) throws IOException {
        while (caller.post("/world/clock/pause", "").status() != 200) {
            Run.rest(GLANCE);
        }
    }

    private static long tickOf(Caller caller) throws IOException {
        return caller.get("/world").number("tick").orElseThrow();
    }

    /// Who answered what was decided since noon; nobody where the answer is the first city's.
    private static Set<String> providersSinceNoon(Caller caller) throws IOException {
        var providers = new HashSet<String>();
        for (var resident : caller.residents()) {
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
