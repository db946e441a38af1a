package city.adapter.postgres.link;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.PostgresSettings;
import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final Writer writer = new Writer(
            new PostgresSettings(database.jdbcUrl(), database.user(), database.password(), "city, process 1"),
            new Backoff());

    @AfterEach
    void drop() {
        writer.close();
        database.close();
    }

    @Test
    void aSessionWhoseMachineLostPowerIsGivenUpWithinAMinute() throws SQLException {
        writer.open();

        long silent = show("tcp_keepalives_idle") + show("tcp_keepalives_interval") * show("tcp_keepalives_count");
        assertThat(Duration.ofSeconds(silent)).isPositive().isLessThanOrEqualTo(A_MINUTE);
        assertThat(Duration.ofMillis(show("tcp_user_timeout"))).isPositive().isLessThanOrEqualTo(A_MINUTE);
    }

    @Test
    void aSessionThatIsOpenedAnewHasItsSettingsToo() throws SQLException {
        writer.open();
        writer.reopen();

        assertThat(show("tcp_keepalives_idle")).isEqualTo(15);
    }

    /// As the server's own socket has it: seconds or milliseconds, without a unit.
    private long show(String setting) throws SQLException {
        try (var statement = writer.connection().createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
