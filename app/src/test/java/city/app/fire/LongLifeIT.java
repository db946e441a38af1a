package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import city.world.kernel.Genesis;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a city meets that lives for long: newer programs, kills while its past is put in order, readers of what is
/// gone. The program is the packed JAR, whose rules are this source tree's.
@Timeout(300)
class LongLifeIT {
    private final Runs runs = new Runs();
    private final TestDatabase database = PostgresForTests.freshDatabase();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        runs.close();
        database.close();
    }

    /// The head is made to say that the city lived by the version before, which is all that an older program leaves.
    @Test
    void aCityOfAnOlderProgramIsTakenOverAndOneOfANewerIsNot() throws SQLException {
        var kept = Kept.in(folder.resolve("city"), database);
        runs.end(kept, "run", "--headless", "--speed", "max", "--ticks", "300");
        execute("UPDATE world.head SET rules_version = rules_version - 1");

        var last = runs.end(kept, "run", "--headless", "--speed", "max", "--ticks", "620");

        var replay = runs.start(kept, "replay");
        assertThat(replay.lastLine()).isEqualTo(last.replace("stopped at", "replayed to"));
        assertThat(replay.said())
                .startsWith("replays from tick 300, where rules version %d begins".formatted(Genesis.RULES_VERSION));
        assertThat(runs.end(kept, "verify")).isEqualTo(last.replace("stopped at", "verified at"));
        execute("UPDATE world.head SET rules_version = rules_version + 1");
        var refused = runs.start(kept, "run", "--headless", "--ticks", "700");
        assertThat(refused.exitCode()).isEqualTo(Failure.COULD_NOT_START);
        assertThat(refused.complaints()).contains("Run the release of rules " + (Genesis.RULES_VERSION + 1));
    }

    @Test
    void aKillWhileKeyframesAreWrittenLeavesOnlyWholeOnes() throws SQLException {
        var kept = Kept.in(folder.resolve("city"), database);
        for (int kill = 1; kill <= 3; kill++) {
            var run =
                    runs.start(kept, "run", "--headless", "--speed", "max", "--scenario", "town", "--residents", "400");
            int wanted = 2 * kill;
            await(() -> number("SELECT count(*) FROM world.keyframes") >= wanted, run);
            run.kill();
        }

        assertThat(number("SELECT count(*) FROM world.keyframe_blocks b"
                        + " WHERE NOT EXISTS (SELECT FROM world.keyframes k WHERE k.commit = b.commit)"))
                .isZero();
        runs.end(kept, "verify");
        var last = runs.end(kept, "replay");
        var tick = last.replaceAll("\\D+(\\d+),.*", "$1");
        assertThat(runs.end(kept, "replay", "--to", tick)).isEqualTo(last);
    }

    /// After a new start, for what a process has in memory it still tells.
    @Test
    void aReaderOfWhatIsGoneIsToldFromWhereTheLogIsWhole() throws IOException, SQLException {
        var kept = Kept.in(folder.resolve("city"), database);
        var life = runs.start(kept, "run", "--headless", "--speed", "max", "--telemetry-days", "1");
        await(() -> number("SELECT count(*) FROM world.horizons") > 0, life);
        life.terminate();
        assertThat(life.exitCode()).isZero();
        var run = runs.start(kept, "run", "--speed", "1", "--port", "0", "--mqtt-port", "0");
        var caller = new Caller(run.awaitPort());

        for (var path : new String[] {"/events?after=0", "/events/stream?after=0", "/events?after=0&topic=agents"}) {
            var gone = caller.get(path);
            assertThat(gone.status()).as(path).isEqualTo(410);
            assertThat(gone.text("type")).isEqualTo("/problems/below-horizon");
            assertThat(gone.body()).containsPattern("\"horizon\":[1-9]");
        }
        for (var path :
                new String[] {"/events?after=0&telemetry=false", "/events?after=0&topic=economy", "/world/events"}) {
            assertThat(caller.get(path).status()).as(path).isEqualTo(200);
        }
        run.terminate();
        assertThat(run.exitCode()).isZero();
        assertThat(runs.end(kept, "verify")).isEqualTo(run.lastLine().replace("stopped at", "verified at"));
    }

    private interface Question {
        boolean holds() throws SQLException;
    }

    private static void await(Question question, Run run) throws SQLException {
        while (!question.holds()) {
            assertThat(run.isAlive()).as(run::complaints).isTrue();
            Run.rest(Duration.ofMillis(20));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// 0 while the table is not there yet.
    private long number(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return 0;
            }
            throw e;
        }
    }
}
