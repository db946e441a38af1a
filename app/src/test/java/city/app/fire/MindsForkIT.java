package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.app.Failure;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Residents of a village think with a scripted model. It is lived again without the model, and forked at noon of the
/// second day, where one thing more happens in the fork.
class MindsForkIT {
    private static final int NOON = 432;
    private static final String SPEED = "10";

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int THINKERS = 5;

    private static final String MIND = "{\"kind\": \"model\", \"threshold\": 0, \"patience\": 12}";
    private static final String REST = "{\"thought\": \"I am at ease.\", \"type\": \"rest\", \"target\": [],"
            + " \"number\": 30, \"words\": \"\", \"tone\": \"plain\", \"topic\": \"\"}";

    private final Runs runs = new Runs();
    private final StubProvider model = StubProvider.start(WireFormat.OPENAI);

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        runs.close();
        model.close();
    }

    @Test
    void aForkAsksOnlyWhoSeesSomethingElse() throws IOException {
        live(NOON - 32, NOON + 48);
    }

    @Test
    @Tag("long")
    void twoDaysWithAModelAreLivedAgainWithoutItAndPartOnlyWhereTheyAreToldTo() throws IOException {
        live(0, 576);
    }

    /// @param from so long nobody thinks, and time flies
    private void live(int from, int end) throws IOException {
        model.always(Deed.answer(REST));
        var first = kept("first");
        runs.end(
                first,
                "run",
                "--scenario",
                "village",
                "--seed",
                "5",
                "--ticks",
                "" + from,
                "--speed",
                "max",
                "--headless");
        var run = think(first, end, SPEED);
        letThink(new Caller(run.awaitPort()));
        var lived = run.lastLine();
        assertThat(lived).startsWith("stopped at tick %d, ".formatted(end));
        int asked = model.calls().size();
        assertThat(asked).isGreaterThan(THINKERS);

        assertThat(runs.end(first, "replay")).isEqualTo(lived.replaceFirst("stopped at", "replayed to"));
        assertThat(model.calls()).as("a replay asks no model").hasSize(asked);

        var second = kept("second");
        runs.end(first, "fork", "--at", "" + NOON, "--into", second.data().toString());
        var fork = think(second, end, "0.1");
        var caller = new Caller(fork.awaitPort());
        long tick = caller.get("/world").number("tick").orElseThrow();
        assertThat(tick).isBetween((long) NOON, NOON + 1L);
        caller.post("/world/events", "{\"kind\":\"festival\",\"name\":\"Fair\",\"minutes\":2880}");
        caller.post("/world/clock/speed", "{\"speed\": %s}".formatted(SPEED));
        var providers = providersBefore(caller, end - 5);
        assertThat(fork.lastLine())
                .startsWith("stopped at tick %d, ".formatted(end))
                .isNotEqualTo(lived);

        assertThat(model.calls()).as("who sees something else is asked").hasSizeGreaterThan(asked);
        assertThat(providers).as("and who sees the same is not").contains("", "stub");
        assertPartAt(tick, first, second);
    }

    private static void letThink(Caller caller) throws IOException {
        for (var resident : caller.residents().subList(0, THINKERS)) {
            assertThat(caller.put("/agents/" + resident + "/mind", MIND).status())
                    .isEqualTo(200);
        }
    }

    /// Who answered what was decided since noon; nobody where the answer is the first city's.
    private static Set<String> providersBefore(Caller caller, long tick) throws IOException {
        while (caller.get("/world").number("tick").orElseThrow() < tick) {
            Run.rest(GLANCE);
        }
        var providers = new HashSet<String>();
        for (var resident : caller.residents().subList(0, THINKERS)) {
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

    private void assertPartAt(long tick, Kept first, Kept second) {
        var diff = runs.startBare(first, "diff", "first", "second", "--json");
        assertThat(diff.exitCode()).as(diff::complaints).isEqualTo(Failure.DOES_NOT_HOLD);
        assertThat(diff.said()).contains("\"same_genesis\":true").containsPattern("\"last_equal_tick\":43[2-9]");
        var until = runs.startBare(first, "diff", "first", "second", "--at", "" + (tick - 1));
        assertThat(until.exitCode()).as(until::said).isZero();
    }

    private Run think(Kept kept, int end, String speed) throws IOException {
        var minds = Files.writeString(folder.resolve("minds.yml"), """
                providers:
                  - name: stub
                    kind: openai
                    url: %s
                    model: tiny
                    key_env: STUB_KEY
                """.formatted(model.baseUrl()));
        return runs.start(
                kept.with(Map.of("STUB_KEY", "sk-of-a-test")),
                "run",
                "--minds",
                minds.toString(),
                "--speed",
                speed,
                "--ticks",
                "" + end,
                "--port",
                "0",
                "--mqtt-port",
                "0");
    }

    private Kept kept(String name) {
        return Kept.in(folder.resolve(name));
    }
}
