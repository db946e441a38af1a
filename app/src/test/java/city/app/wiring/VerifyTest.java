package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.audit.RecordAudit;
import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.world.spi.Probe;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A village that ran for a day and an hour on a real database, and each way in which somebody may have falsified it.
class VerifyTest {
    private static final int TICKS = 300;
    private static final TestDatabase DATABASE = PostgresForTests.freshDatabase();

    @TempDir
    static Path data;

    @BeforeAll
    static void run() {
        try (var folder = DataFolder.take(data);
                var city = RunningCity.open(running(), folder, Probe.none())) {
            assertThat(city.start().toCompletableFuture().join().trouble()).isEmpty();
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void aCityThatWasLeftAloneIsVerified() {
        try (var city = stopped()) {
            assertThat(city.verify().tick()).isEqualTo(TICKS);
        }
    }

    @Test
    void aCityThatRunsIsNotLookedAt(@TempDir Path another) {
        try (var folder = DataFolder.take(data);
                var city = RunningCity.open(running(), folder, Probe.none())) {
            assertThatThrownBy(() -> StoppedCity.open(another, CityOnADatabase.choice(DATABASE)))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining(
                            "held by city, process " + ProcessHandle.current().pid())
                    .hasMessageContaining("stop that city first");
            assertThat(city.kernel().snapshot().tick()).isEqualTo(TICKS);
        }
    }

    @Test
    void aCityThatIsLookedAtCannotBeRun(@TempDir Path another) {
        try (var _ = stopped();
                var folder = DataFolder.take(another)) {
            assertThatThrownBy(() -> RunningCity.open(running(), folder, Probe.none()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("the database is held by");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            agents.agents.location_id must be | UPDATE agents.agents SET location_id = home_id WHERE row = (SELECT max(row) FROM agents.agents WHERE location_id <> home_id)
            agents.agents.balance must be | UPDATE agents.agents SET balance = balance + 0.01 WHERE row = 3
            agents.agents.status must be | UPDATE agents.agents SET status = 'departed' WHERE row = 3
            agents.agents.created_at must be | UPDATE agents.agents SET created_at = created_at + interval '1 second' WHERE row = 3
            economy.transactions must be | DELETE FROM economy.transactions WHERE sequence = (SELECT max(sequence) FROM economy.transactions)
            economy.transactions must be | UPDATE economy.transactions SET id = gen_random_uuid() WHERE sequence = (SELECT max(sequence) FROM economy.transactions)
            economy.transactions must be | INSERT INTO economy.transactions SELECT gen_random_uuid(), sender_id, receiver_id, amount, type, metadata, created_at, -1, tick FROM economy.transactions LIMIT 1
            an account must hold | UPDATE economy.transactions SET amount = amount + 1 WHERE sequence = (SELECT max(sequence) FROM economy.transactions)
            an account must hold | UPDATE economy.accounts SET balance = balance + 1 WHERE row = 1
            agents.agents, world.presence and accounts | UPDATE world.presence SET id = gen_random_uuid() WHERE row = 3
            agents.agents, world.presence and accounts | DELETE FROM agents.agents WHERE row = 24
            agents.agents, world.presence and accounts | UPDATE economy.accounts SET slot = 25 WHERE slot = 24
            an account must have its one owner | UPDATE economy.accounts SET slot = 23 WHERE slot = 24
            a firm and its account | UPDATE economy.firms SET account = 1 WHERE row = 0
            a firm's owner | UPDATE economy.firms SET owner_account = gen_random_uuid() WHERE row = 0
            a row of world.locations | UPDATE agents.minds SET target = 10000 WHERE row = 3
            a row of world.locations | UPDATE agents.minds SET avoided = 10000 WHERE row = 3
            a row of world.locations | UPDATE agents.agents SET home = 10000 WHERE row = 3
            a row of world.locations | UPDATE economy.firms SET location = 10000 WHERE row = 0
            a row of world.locations | UPDATE world.presence SET location = -2 WHERE row = 3
            a row of world.locations | UPDATE world.presence SET destination = 10000 WHERE row = 3
            a location's row and id | UPDATE agents.agents SET home_id = gen_random_uuid() WHERE row = 3
            a location's row and id | UPDATE economy.firms SET location_id = gen_random_uuid() WHERE row = 0
            a location must lie | UPDATE world.locations SET neighborhood = 100 WHERE row = 3
            a location must lie | UPDATE world.neighborhoods SET district = 100 WHERE row = 0
            a resident's row | INSERT INTO economy.arrears VALUES (1000, 0, 25, 1, 0)
            a resident's row | UPDATE economy.employment SET row = 1000 WHERE row = 3
            a resident's row | INSERT INTO economy.pantry VALUES (100000, 1)
            a resident must have a mind | DELETE FROM agents.minds WHERE row = 3
            a resident must have a mind | DELETE FROM agents.plans WHERE row = 3
            a job must be there | UPDATE economy.employment SET job = 10000 WHERE row = 3
            a job must be there | UPDATE economy.jobs SET taken = taken + 1 WHERE row = 0
            a row of economy.firms | UPDATE economy.jobs SET firm = 100 WHERE row = 0
            a row of economy.firms | UPDATE economy.products SET firm = 100 WHERE row = 0
            a row of economy.firms | INSERT INTO economy.input_stocks VALUES (100000, 1)
            products and inputs | UPDATE economy.products SET good = 100 WHERE row = 0
            products and inputs | UPDATE economy.inputs SET product = 100 WHERE row = 0
            """)
    void whatWasFalsifiedIsFound(String rule, String deed) throws SQLException {
        assertThat(auditAfter(deed)).anyMatch(it -> it.startsWith(rule));
    }

    @Test
    void anAuditNamesTheFirstOffendersAndCountsTheRest() throws SQLException {
        assertThat(auditAfter("UPDATE agents.agents SET status = 'lost'"))
                .singleElement()
                .asString()
                .matches("agents.agents.status must be status_code in words: .* \\(row \\d+\\) has lost for \\d.*; "
                        + "and 22 more");
    }

    @Test
    void verifySaysWhatTheAuditFound() throws SQLException {
        execute("UPDATE agents.agents SET balance = balance + 1 WHERE row = 3");
        try (var city = stopped()) {
            assertThatThrownBy(city::verify)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("agents.agents.balance must be the account's");
        } finally {
            execute("UPDATE agents.agents SET balance = balance - 1 WHERE row = 3");
        }
    }

    private static RunSettings running() {
        return CityOnADatabase.settings(
                data, CityOnADatabase.choice(DATABASE), CityOnADatabase.founding("village", 25), TICKS);
    }

    /// Falsifies, audits, and takes it back.
    private static List<String> auditAfter(String deed) throws SQLException {
        try (var connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            assertThat(update(connection, deed)).as("rows of: " + deed).isPositive();
            var breaches = RecordAudit.breaches(connection);
            connection.rollback();
            return breaches;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect()) {
            update(connection, sql);
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static StoppedCity stopped() {
        return StoppedCity.open(data, CityOnADatabase.choice(DATABASE));
    }
}
