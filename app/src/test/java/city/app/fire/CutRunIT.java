package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A run that was cut off again and again ends where the undisturbed one ends. The moments are random;
/// `-Dcity.fire.seed` tries those of a log again.
class CutRunIT {
    private static final Logger LOG = LoggerFactory.getLogger(CutRunIT.class);

    private static final String CITY_SEED = "11";
    private static final int FEW = 3;
    private static final int MANY = 20;

    /// A cut falls so long after the city stands, at most: some hundred ticks.
    private static final int LONGEST_MILLIS = 2_000;

    /// How far both go after the last cut.
    private static final int A_DAY = 288;

    private final long chance = Long.getLong("city.fire.seed", System.nanoTime());
    private final Random random = new Random(chance);
    private final Runs runs = new Runs();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        runs.close();
    }

    @Test
    void aRunThatWasStoppedThreeTimesEndsAsIfNothingHadHappened() {
        stopAndCompare(FEW);
    }

    @Test
    @Tag("long")
    void aRunThatWasStoppedTwentyTimesEndsAsIfNothingHadHappened() {
        stopAndCompare(MANY);
    }

    @Test
    void aRunThatWasKilledThreeTimesEndsAsIfNothingHadHappened() throws IOException {
        killAndCompare(FEW);
    }

    /// Of twenty kills, a fourth must have fallen into a transaction, or the test would show little.
    @Test
    @Tag("long")
    void aRunThatWasKilledTwentyTimesEndsAsIfNothingHadHappened() throws IOException {
        int inside = killAndCompare(MANY);

        assertThat(inside).isGreaterThanOrEqualTo(MANY / 4);
    }

    @Test
    void aRunOnItsOwnServerThatWasKilledThreeTimesEndsAsIfNothingHadHappened() {
        var kept = Kept.in(folder.resolve("cut"));

        cut(kept, FEW, Run::kill);

        compareWithUndisturbed(kept);
    }

    @Test
    @Tag("long")
    void aRunOnItsOwnServerThatWasKilledTwentyTimesEndsAsIfNothingHadHappened() {
        var kept = Kept.in(folder.resolve("cut"));

        cut(kept, MANY, Run::kill);

        compareWithUndisturbed(kept);
    }

    private void stopAndCompare(int times) {
        var kept = Kept.in(folder.resolve("cut"));

        cut(kept, times, run -> {
            run.terminate();
            assertThat(run.lastLine()).as(run::complaints).matches("stopped at tick \\d+, state [0-9a-f]{64}");
            assertThat(run.exitCode()).isZero();
        });

        compareWithUndisturbed(kept);
    }

    /// @return how many kills fell into a transaction, by what the server says of connections that broke
    private int killAndCompare(int times) throws IOException {
        try (var database = PostgresForTests.freshDatabase()) {
            var kept = Kept.in(folder.resolve("cut"), database);
            var killed = new HashSet<Long>();

            cut(kept, times, run -> {
                run.kill();
                killed.add(run.pid());
            });

            compareWithUndisturbed(kept);
            int inside = insideTransaction(killed);
            LOG.info("{} of {} kills fell into a transaction", inside, times);
            return inside;
        }
    }

    private void cut(Kept kept, int times, Consumer<Run> cut) {
        LOG.info("{} cuts with -Dcity.fire.seed={}", times, chance);
        for (int i = 0; i < times; i++) {
            var run = runs.start(kept, "run", "--seed", CITY_SEED, "--speed", "max", "--headless");
            run.awaitRunFile();
            Run.rest(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            assertThat(run.isAlive()).as(run::complaints).isTrue();
            cut.accept(run);
            assertThat(run.complaints()).doesNotContain("a rule broke", "halted");
        }
    }

    private void compareWithUndisturbed(Kept kept) {
        long reached = tickOf(runs.end(kept, "run", "--ticks", "0", "--headless"));
        assertThat(reached).as("ticks that were run between the cuts").isPositive();
        var end = String.valueOf(reached + A_DAY);

        var cut = runs.end(kept, "run", "--ticks", end, "--speed", "max", "--headless");

        var undisturbed = Kept.in(folder.resolve("undisturbed"));
        assertThat(cut)
                .as(() -> "a replay of the cut run says: " + told(kept, "replay"))
                .isEqualTo(runs.end(
                        undisturbed, "run", "--seed", CITY_SEED, "--ticks", end, "--speed", "max", "--headless"));
        LOG.info("cut off until tick {}: {}", reached, cut);
    }

    /// Whether it went well or not.
    private String told(Kept kept, String... words) {
        var run = runs.start(kept, words);
        return "exit code %d, %s%n%s".formatted(run.exitCode(), run.lastLine(), run.complaints());
    }

    private static long tickOf(String line) {
        var tick = Pattern.compile("stopped at tick (\\d+), .*").matcher(line);
        assertThat(tick.matches()).as(line).isTrue();
        return Long.parseLong(tick.group(1));
    }

    /// The server writes such a line once it sees that a client is gone whose transaction it has not begun to commit; a
    /// kill during the commit itself is not counted.
    private static int insideTransaction(Set<Long> processes) throws IOException {
        var broken =
                Pattern.compile("city, process (\\d+) .*unexpected EOF on client connection with an open transaction");
        var found = new HashSet<Long>();
        for (var line : PostgresForTests.log()) {
            var match = broken.matcher(line);
            if (match.find()) {
                found.add(Long.parseLong(match.group(1)));
            }
        }
        found.retainAll(processes);
        return found.size();
    }
}
