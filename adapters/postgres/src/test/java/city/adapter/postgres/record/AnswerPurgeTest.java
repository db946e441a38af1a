package city.adapter.postgres.record;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.PostgresAdapter;
import city.adapter.postgres.PostgresSettings;
import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.adapter.postgres.link.Backoff;
import city.adapter.postgres.link.Readers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnswerPurgeTest {
    private static final int AT_ONCE = 3;

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final PostgresSettings settings =
            new PostgresSettings(database.jdbcUrl(), database.user(), database.password(), "city, process 1");
    private final Readers readers = new Readers(settings, new Backoff());

    @BeforeEach
    void makeTables() {
        PostgresAdapter.open(settings, List.of()).close();
    }

    @AfterEach
    void drop() {
        readers.close();
        database.close();
    }

    @Test
    void aRoundGoesOnUntilNothingOldIsLeftAndTouchesNothingYoung() throws SQLException {
        add(1_000, "24 hours 1 second");
        add(20, "23 hours");

        try (var purge = new AnswerPurge(readers, AT_ONCE, Duration.ZERO)) {
            purge.round();
        }

        assertThat(count()).isEqualTo(20);
    }

    @Test
    void aRoundEndsWithTheCity() throws Exception {
        add(1_000, "25 hours");
        var purge = new AnswerPurge(readers, AT_ONCE, Duration.ofMillis(50));
        var round = Thread.ofVirtual().start(purge::round);
        while (count() == 1_000) {
            Thread.sleep(10);
        }

        purge.close();

        assertThat(round.join(Duration.ofSeconds(10))).isTrue();
        assertThat(count()).isPositive();
    }

    @Test
    void aDatabaseThatRefusesIsTriedAgainInTheNextRound() throws SQLException {
        add(10, "25 hours");
        try (var purge = new AnswerPurge(readers, AT_ONCE, Duration.ZERO)) {
            execute("ALTER TABLE world.answers RENAME TO away");
            purge.round();
            execute("ALTER TABLE world.away RENAME TO answers");

            purge.round();
        }

        assertThat(count()).isZero();
    }

    private void add(int answers, String age) throws SQLException {
        execute("""
                INSERT INTO world.answers (actor, key, digest, ordinal, tick, sequence, type, payload, recorded_at)
                SELECT 'operator', '%2$s ' || n, 'd', n, 1, 1, 't', 'p', now() - interval '%2$s'
                  FROM generate_series(1, %1$d) n
                """.formatted(answers, age));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM world.answers")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
