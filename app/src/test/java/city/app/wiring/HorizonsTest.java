package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.world.spi.Probe;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A village that keeps telemetry for a day and lived for four.
class HorizonsTest {
    private static final int DAY = 288;
    private static final TestDatabase DATABASE = PostgresForTests.freshDatabase();

    @TempDir
    static Path data;

    private static String state;

    @BeforeAll
    static void live() {
        state = run(DATABASE, data, 1);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void oldTelemetryIsGoneAndAllElseIsThere() throws SQLException {
        long horizon = number("SELECT max(sequence) FROM world.horizons");

        assertThat(horizon).isPositive();
        assertThat(number("SELECT min(sequence) FROM world.events_telemetry")).isGreaterThan(horizon);
        assertThat(number("SELECT count(*) FROM world.events_public WHERE sequence <= " + horizon))
                .isPositive();
        assertThat(number("SELECT count(*) FROM world.horizons WHERE type NOT LIKE 'agents.%'"))
                .isZero();
    }

    @Test
    void verifyAsksForNoTelemetryBelowItsHorizon() {
        try (var city = stopped()) {
            assertThat(city.verify().stateHash()).isEqualTo(state);
        }
    }

    @Test
    void verifyFindsWhatIsMissingAboveTheHorizonAndWhatMustNeverGo() throws SQLException {
        for (var which : new String[] {
            "max(sequence) FROM world.events_telemetry", "min(sequence) + 0 FROM world.events_telemetry",
        }) {
            long sequence = number("SELECT " + which);
            execute("CREATE TABLE public.gone AS SELECT * FROM world.events WHERE sequence = " + sequence);
            execute("DELETE FROM world.events WHERE sequence = " + sequence);
            try (var city = stopped()) {
                assertThatThrownBy(city::verify).isInstanceOf(Failure.class).hasMessageContaining("event log");
            } finally {
                execute("INSERT INTO world.events SELECT * FROM public.gone");
                execute("DROP TABLE public.gone");
            }
        }
    }

    @Test
    void whatIsKeptChangesNoState(@TempDir Path other) {
        try (var database = PostgresForTests.freshDatabase()) {
            assertThat(run(database, other, 30)).isEqualTo(state);
        }
    }

    /// Day by day, so that the day's upkeep is done before the next begins, however fast this machine is.
    private static String run(TestDatabase database, Path folder, int telemetryDays) {
        var hash = "";
        for (int day = 1; day <= 4; day++) {
            hash = runTo(day * DAY, database, folder, telemetryDays);
        }
        return hash;
    }

    private static String runTo(long tick, TestDatabase database, Path path, int telemetryDays) {
        var settings = CityOnADatabase.settings(
                path, CityOnADatabase.choice(database), CityOnADatabase.founding("village", 25), tick, telemetryDays);
        try (var folder = DataFolder.take(path);
                var city = RunningCity.open(settings, folder, Probe.none())) {
            return city.start().toCompletableFuture().join().stateHash();
        }
    }

    private static StoppedCity stopped() {
        return StoppedCity.open(data, CityOnADatabase.choice(DATABASE));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
