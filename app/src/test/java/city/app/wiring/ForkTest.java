package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.embedded.EmbeddedPostgres;
import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.app.fork.Fork;
import city.world.kernel.engine.EndState;
import city.world.spi.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A village that lived for four days and keeps telemetry for one, and forks of it. Beside it the same village that
/// stopped at the tick of the fork: what the fork must be.
class ForkTest {
    private static final int DAY = 288;
    private static final int END = 4 * DAY;
    private static final TestDatabase DATABASE = PostgresForTests.freshDatabase();
    private static final TestDatabase STOPPED_THERE = PostgresForTests.freshDatabase();

    /// What people read, without when it was written down and what a later change to a row has taken with it.
    private static final List<String> READ = List.of(
            "SELECT id, sender_id, receiver_id, amount, type, metadata, created_at, sequence, tick"
                    + " FROM economy.transactions ORDER BY sequence",
            "SELECT id, location_id, members, sequence, started_at, ended_at, messages, outcome, ending"
                    + " FROM social.interactions ORDER BY sequence",
            "SELECT id, status, location_id, balance, reputation, created_at FROM agents.agents ORDER BY row",
            "SELECT row, id, agent1_id, agent2_id, type, strength, sentiment, created_at"
                    + " FROM social.relationships ORDER BY row",
            "SELECT sequence, id, tick, time, type, topic, audience, subject, previous_sequence, data"
                    + " FROM world.events WHERE audience <> 1 ORDER BY sequence",
            "SELECT ordinal, tick, actor, type, payload, chain FROM world.journal ORDER BY ordinal",
            "SELECT tick, next_sequence, next_ordinal, journal_tip, checksum_high, checksum_low, genesis_digest,"
                    + " rules_version FROM world.head",
            "SELECT * FROM world.declared ORDER BY position");

    /// A tick of the second day amid a conversation that ends later.
    private static final String AMID_TALK = """
            SELECT s.tick + 1
              FROM world.events s
              JOIN world.events e ON e.subject = s.subject AND e.type = 'social.interaction-ended.v1'
             WHERE s.type = 'social.interaction-started.v1' AND s.tick BETWEEN 300 AND 480
               AND e.tick > s.tick + 1
             ORDER BY s.tick LIMIT 1
            """;

    private static final String A_THOUGHT_OF_TODAY = """
            INSERT INTO agents.thoughts (agent_id, question, tick, city_time, occasion, tier, input, prompt_hash, reply,
                   observation_hash, recalled, recalled_texts, recalled_scores, provider, model, reason, action, calls,
                   input_tokens, output_tokens, cost_micros, model_ms, outcome, detail, total_ms)
            VALUES (gen_random_uuid(), 1, 10, now(), 'MORNING', 'MODEL', '', '', '', '', '{}', '{}', '{}', 'home', '',
                    '', 'rest', 1, 100, 20, 77, 210, 'FOLLOWED', '', 260)
            """;

    @TempDir
    static Path folder;

    private static long forkedAt;
    private static EndState atFork;
    private static EndState atEnd;
    private static Path forked;
    private static Fork.Made made;

    @BeforeAll
    static void live() throws SQLException {
        for (int tick : List.of(DAY, 2 * DAY, 3 * DAY)) {
            runTo(tick, DATABASE, folder.resolve("first"));
        }
        atEnd = runTo(END, DATABASE, folder.resolve("first"));
        try (var first = DATABASE.connect()) {
            forkedAt = number(first, AMID_TALK);
        }
        execute("INSERT INTO world.cursors (follower, sequence) VALUES ('mqtt', 3)");
        execute(A_THOUGHT_OF_TODAY);
        atFork = runTo(forkedAt, STOPPED_THERE, folder.resolve("stopped"));
        forked = folder.resolve("second");
        made = fork(forkedAt, forked);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
        STOPPED_THERE.close();
    }

    @Test
    void itIsTheCityOfThatTick() {
        assertThat(made).isEqualTo(new Fork.Made(forkedAt, atFork.stateHash(), 2, 1));
        try (var city = StoppedCity.open(forked, Database.own())) {
            assertThat(city.verify().stateHash()).isEqualTo(atFork.stateHash());
            assertThat(city.replay(OptionalLong.empty()).stateHash()).isEqualTo(atFork.stateHash());
            assertThat(city.head().generation()).isEqualTo(2);
            assertThat(city.postgres().keyframes().list()).isNotEmpty();
        }
    }

    @Test
    void peopleReadThereWhatTheyReadOfACityThatStoppedThere() throws SQLException {
        try (var server = EmbeddedPostgres.start(forked.resolve("pg"));
                var fork = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var first = DATABASE.connect();
                var stopped = STOPPED_THERE.connect()) {
            for (var sql : READ) {
                assertThat(rows(fork, sql)).as(sql).isNotEmpty().isEqualTo(rows(stopped, sql));
            }
            var open = "SELECT count(*) FROM social.interactions WHERE sequence <= %d AND ended_at > '%s'"
                    .formatted(number(fork, "SELECT next_sequence - 1 FROM world.head"), timeOfFork(stopped));
            assertThat(number(first, open))
                    .as("conversations that went on at the fork")
                    .isPositive();
            assertThat(rows(fork, "SELECT follower, sequence FROM world.cursors"))
                    .isEqualTo(rows(fork, "SELECT 'mqtt', next_sequence - 1 FROM world.head"));
        }
    }

    /// A row that changed later has lost when it was changed before, and says the tick of the fork.
    @Test
    void aRowThatDidNotChangeLaterSaysWhenItWasChanged() throws SQLException {
        try (var server = EmbeddedPostgres.start(forked.resolve("pg"));
                var fork = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var stopped = STOPPED_THERE.connect()) {
            var before =
                    "SELECT count(*) FROM social.relationships WHERE updated_at < '%s'".formatted(timeOfFork(stopped));
            assertThat(number(fork, before)).isPositive();
            var times = "SELECT row, updated_at FROM social.relationships WHERE updated_at < '%s' ORDER BY row"
                    .formatted(timeOfFork(stopped));
            assertThat(rows(stopped, times)).containsAll(rows(fork, times));
        }
    }

    @Test
    void whatModelsCostTheFirstIsRememberedAndNotPaidAgain() {
        try (var city = StoppedCity.open(forked, Database.own())) {
            var log = city.postgres().thoughts();
            assertThat(log.usedSince(Instant.EPOCH))
                    .extracting(it -> it.used().costMicros())
                    .containsExactly(77L);
            assertThat(log.usedSince(Instant.ofEpochSecond(1))).isEmpty();
        }
    }

    /// Its bus has still to hear what the first city's log has lost by now.
    @Test
    void itGoesOnAsTheFirstDid() throws SQLException {
        try (var first = DATABASE.connect()) {
            assertThat(number(first, "SELECT max(sequence) FROM world.horizons"))
                    .isGreaterThan(number(
                            first,
                            "SELECT max(sequence) FROM world.events WHERE audience <> 1 AND tick <= " + forkedAt));
        }
        var another = folder.resolve("goes-on");
        fork(forkedAt, another);

        assertThat(runTo(END, Database.own(), another).stateHash()).isEqualTo(atEnd.stateHash());
        try (var city = StoppedCity.open(another, Database.own())) {
            assertThat(city.verify().stateHash()).isEqualTo(atEnd.stateHash());
        }
    }

    @Test
    void theFirstAndTheLastTickCanBeForked() {
        var beginning = folder.resolve("beginning");
        fork(0, beginning);
        assertThat(runTo(forkedAt, Database.own(), beginning).stateHash()).isEqualTo(atFork.stateHash());

        var end = folder.resolve("end");
        assertThat(fork(END, end).stateHash()).isEqualTo(atEnd.stateHash());
        try (var city = StoppedCity.open(end, Database.own())) {
            assertThat(city.verify().stateHash()).isEqualTo(atEnd.stateHash());
        }
    }

    @Test
    void aTickThatIsNotTheCitysIsRefusedAndNothingIsLeft() {
        var nowhere = folder.resolve("nowhere");

        assertRefused(Failure.WRONG_USAGE, "--at must be 0 to %d".formatted(END), () -> fork(END + 1, nowhere));
        assertRefused(Failure.WRONG_USAGE, "--at must be 0 to %d".formatted(END), () -> fork(-1, nowhere));
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aFolderWithAnythingInItIsRefusedAndLeftAsItIs() throws IOException {
        var full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("letter"), "mine");

        assertRefused(Failure.WRONG_USAGE, "--into", () -> fork(forkedAt, full));
        assertRefused(Failure.WRONG_USAGE, "--into", () -> fork(forkedAt, full.resolve("letter")));
        assertRefused(Failure.WRONG_USAGE, "--into", () -> fork(forkedAt, forked));
        assertThat(full).isDirectoryContaining("glob:**letter");
        assertThat(full.toFile().list()).containsExactly("letter");
    }

    @Test
    void aGenerationThatIsNotAboveTheFirstCitysIsRefused() {
        var choice = CityOnADatabase.choice(DATABASE);
        var fork = new Fork(folder.resolve("first"), choice, forkedAt, folder.resolve("nowhere"), Optional.of(1));

        assertRefused(Failure.WRONG_USAGE, "--generation must be above the first city's, 1", fork::run);
    }

    @Test
    void whatAKilledForkLeftIsSweptAway() throws IOException {
        var place = folder.resolve("swept");
        var left = Files.createDirectories(place.resolve("fork.unfinished").resolve("pg"));
        Files.writeString(left.resolve("half"), "of it");

        assertThat(fork(forkedAt, place).stateHash()).isEqualTo(atFork.stateHash());

        assertThat(place.resolve("fork.unfinished")).doesNotExist();
        assertThat(place.resolve("pg").resolve("half")).doesNotExist();
    }

    @Test
    void aTableOfWhichNobodySaidWhatAForkGetsStopsIt() throws SQLException {
        var nowhere = folder.resolve("unknown");
        execute("CREATE TABLE economy.gifts (id integer)");
        try {
            assertThatThrownBy(() -> fork(forkedAt, nowhere))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("nothing says what a fork gets of economy.gifts");
        } finally {
            execute("DROP TABLE economy.gifts");
        }
        assertThat(nowhere).doesNotExist();
    }

    private static void assertRefused(int exitCode, String why, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Failure.class, it -> assertThat(it.exitCode()).isEqualTo(exitCode))
                .hasMessageContaining(why);
    }

    private static Fork.Made fork(long tick, Path into) {
        return new Fork(folder.resolve("first"), CityOnADatabase.choice(DATABASE), tick, into, Optional.empty()).run();
    }

    private static EndState runTo(long tick, TestDatabase database, Path path) {
        return runTo(tick, CityOnADatabase.choice(database), path);
    }

    private static EndState runTo(long tick, Database.Choice choice, Path path) {
        var settings = CityOnADatabase.settings(path, choice, CityOnADatabase.founding("village", 25), tick, 1);
        try (var data = DataFolder.take(path);
                var city = RunningCity.open(settings, data, Probe.none())) {
            var end = city.start().toCompletableFuture().join();
            assertThat(end.trouble()).isEmpty();
            return end;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String timeOfFork(Connection connection) throws SQLException {
        return rows(connection, "SELECT time FROM world.events WHERE tick = %d LIMIT 1".formatted(forkedAt))
                .getFirst()
                .getFirst();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(rows(connection, sql).getFirst().getFirst());
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        }
    }
}
