package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.Failure;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two days of a village that is asked and told things from outside on its first, forks of it at noon of the second,
/// and what becomes of them.
class ForkIT {
    private static final String NOON = "432";
    private static final String TWO_DAYS = "576";
    private static final Duration GLANCE = Duration.ofMillis(10);

    private static final Runs RUNS = new Runs();

    @TempDir
    private static Path folder;

    private static Kept first;
    private static String end;
    private static String atNoon;

    @BeforeAll
    static void liveTwoDays() throws IOException {
        first = kept("first");
        var run = RUNS.start(
                first,
                "run",
                "--scenario",
                "village",
                "--seed",
                "5",
                "--speed",
                "1",
                "--ticks",
                TWO_DAYS,
                "--port",
                "0",
                "--mqtt-port",
                "0");
        var outside = new Visitor(new Caller(run.awaitPort())).meddle();
        assertThat(outside).hasSizeGreaterThanOrEqualTo(30);
        end = run.lastLine();
        assertThat(run.exitCode()).as(run::complaints).isZero();
        atNoon = RUNS.end(first, "replay", "--to", NOON).replaceFirst("^replayed to", "");
    }

    @AfterAll
    static void endAll() {
        RUNS.close();
    }

    @Test
    void aForkIsACityThatGoesOnAsTheFirstDid() {
        var second = forked("second");

        assertThat(RUNS.end(second, "verify")).isEqualTo("verified at" + atNoon);
        assertThat(RUNS.end(second, "replay")).isEqualTo("replayed to" + atNoon);
        assertThat(RUNS.end(second, "replay", "--to", "100")).isEqualTo(RUNS.end(first, "replay", "--to", "100"));
        assertThat(RUNS.end(second, "run", "--ticks", TWO_DAYS, "--speed", "max", "--headless"))
                .isEqualTo(end);

        var diff = diff(first, second);
        assertThat(diff.exitCode()).as(diff::said).isZero();
        assertThat(diff.said())
                .startsWith("the same genesis (scenario village, seed 5, ")
                .contains("equal up to tick 576 of 576")
                .contains("generation 1, ")
                .contains("generation 2, ");
    }

    @Test
    void whatIsAskedOfOneOfThemAloneIsWhereTheyPart() throws IOException {
        var third = forked("third");
        var run = RUNS.start(third, "run", "--speed", "1", "--ticks", TWO_DAYS, "--port", "0", "--mqtt-port", "0");
        var caller = new Caller(run.awaitPort());
        caller.post("/world/clock/pause", "{}");
        caller.post("/world/clock/step", "{\"ticks\": 10}");
        long tick = caller.get("/world").number("tick").orElseThrow();
        assertThat(caller.post("/world/events", "{\"kind\":\"festival\",\"name\":\"Fair\",\"minutes\":2880}")
                        .status())
                .isLessThan(300);
        assertThat(caller.ask("/info").number("generation")).hasValue(2);
        caller.post("/world/clock/speed", "{\"speed\": \"max\"}");
        caller.post("/world/clock/resume", "{}");
        assertThat(run.lastLine()).startsWith("stopped at tick " + TWO_DAYS).isNotEqualTo(end);

        var diff = diff(first, third);
        assertThat(diff.exitCode()).as(diff::complaints).isEqualTo(Failure.DOES_NOT_HOLD);
        assertThat(diff.said())
                .contains("equal up to tick %d of 576".formatted(tick - 1))
                .containsPattern("journal: differs from entry \\d+ on, tick " + tick)
                .containsPattern("first: nothing more up to tick 576")
                .containsPattern("third: entry \\d+, tick %d, operator, world\\.[a-z.-]*v1 .*Fair".formatted(tick))
                .containsPattern("third: sequence \\d+, tick \\d+, world.event-started.v1 of Fair ")
                .containsPattern("state at tick 576: \\d+ differences, of which the first 20:");
        assertThat(RUNS.startBare(first, "diff", "first", "third", "--at", String.valueOf(tick - 1))
                        .exitCode())
                .isZero();
        assertThat(RUNS.end(
                        third,
                        "fork",
                        "--at",
                        NOON,
                        "--into",
                        folder.resolve("fourth").toString()))
                .as("a fork of the fork, which has what came later no more")
                .isEqualTo("forked at" + atNoon);
    }

    @Test
    void programsReadWhereTheyPart() {
        var seen = RUNS.startBare(first, "diff", "first", "first", "--json");
        assertThat(seen.exitCode()).isEqualTo(Failure.WRONG_USAGE);

        var other = kept("another");
        RUNS.end(other, "run", "--scenario", "village", "--seed", "6", "--ticks", "10", "--speed", "max", "--headless");
        var diff = RUNS.startBare(first, "diff", "first", "another", "--json", "--limit", "2");

        assertThat(diff.exitCode()).as(diff::complaints).isEqualTo(Failure.DOES_NOT_HOLD);
        assertThat(diff.said())
                .startsWith("{\"equal\":false,\"same_genesis\":false,\"last_equal_tick\":null,\"compared_to_tick\":10,")
                .contains("\"seed\":\"5\"", "\"seed\":\"6\"", "\"journal\":{\"one\":{\"ordinal\":0,\"tick\":0,")
                .containsPattern("\"state\":\\{\"differences\":\\d{2,},\"first\":\\[\\{\"table\":[^]]*]}}");
    }

    @Test
    void whatIsNoStoppedCityIsRefusedInOneLineAndNothingIsLeft() throws IOException {
        var empty = kept("empty");
        Files.createDirectories(empty.data());
        assertRefused(Failure.COULD_NOT_START, "no city", RUNS.start(empty, "fork", "--at", "1", "--into", "x"));
        assertRefused(Failure.COULD_NOT_START, "nowhere", RUNS.startBare(first, "diff", "first", "nowhere"));
        assertRefused(Failure.WRONG_USAGE, "--at", RUNS.start(first, "fork", "--at", "577", "--into", "x"));
        assertRefused(Failure.WRONG_USAGE, "--at", RUNS.start(first, "fork", "--at", "noon", "--into", "x"));
        assertRefused(Failure.WRONG_USAGE, "--into", RUNS.start(first, "fork", "--at", NOON, "--into", "first"));

        var running = kept("running");
        var run = RUNS.start(running, "run", "--scenario", "village", "--headless");
        run.awaitRunFile();
        var inUse = "in use by process " + run.pid();
        assertRefused(Failure.COULD_NOT_START, inUse, RUNS.start(running, "fork", "--at", "0", "--into", "x"));
        assertRefused(Failure.COULD_NOT_START, inUse, RUNS.startBare(first, "diff", "first", "running"));
        run.terminate();
        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aForkThatIsKilledHalfWayLeavesNothingThatIsTakenForACity() {
        var killed = kept("killed");
        for (int times = 0; times < 2; times++) {
            var fork = RUNS.start(first, "fork", "--at", NOON, "--into", "killed");
            awaitServerIn(killed.data(), fork);
            fork.kill();
            assertThat(killed.data().resolve("pg")).doesNotExist();
        }
        assertRefused(Failure.COULD_NOT_START, "no city", RUNS.start(killed, "verify"));
        assertThat(forked("killed").data().toFile().list()).containsExactlyInAnyOrder("pg", "lock");
        assertThat(RUNS.end(killed, "verify")).isEqualTo("verified at" + atNoon);
    }

    @Test
    void whereAForkWasKilledAnotherCityMayBeFounded() {
        var killed = kept("founded");
        var fork = RUNS.start(first, "fork", "--at", NOON, "--into", "founded");
        awaitServerIn(killed.data(), fork);
        fork.kill();

        assertThat(RUNS.end(killed, "run", "--scenario", "village", "--ticks", "0", "--headless"))
                .startsWith("stopped at tick 0, ");
    }

    @Test
    void aForkThatIsToldToEndClearsAway() {
        var fork = RUNS.start(first, "fork", "--at", NOON, "--into", "ended");
        awaitServerIn(folder.resolve("ended"), fork);
        fork.terminate();

        assertThat(fork.exitCode()).as(fork::complaints).isNotZero();
        assertThat(folder.resolve("ended")).doesNotExist();
    }

    private static void assertRefused(int exitCode, String why, Run run) {
        assertThat(run.exitCode()).as(run::complaints).isEqualTo(exitCode);
        assertThat(run.complaints().lines().filter(it -> it.startsWith("city: ")))
                .singleElement()
                .asString()
                .contains(why);
    }

    /// Its database runs, and what is put into it is not finished.
    private static void awaitServerIn(Path place, Run fork) {
        var running =
                place.resolve("fork.unfinished").resolve("pg").resolve("data").resolve("postmaster.pid");
        while (!Files.exists(running)) {
            assertThat(fork.isAlive()).as(fork::complaints).isTrue();
            Run.rest(GLANCE);
        }
    }

    private static Kept forked(String name) {
        var kept = kept(name);
        assertThat(RUNS.end(first, "fork", "--at", NOON, "--into", kept.data().toString()))
                .isEqualTo("forked at" + atNoon);
        return kept;
    }

    private static Run diff(Kept one, Kept other) {
        return RUNS.startBare(
                one,
                "diff",
                one.data().getFileName().toString(),
                other.data().getFileName().toString());
    }

    private static Kept kept(String name) {
        return Kept.in(folder.resolve(name));
    }
}
