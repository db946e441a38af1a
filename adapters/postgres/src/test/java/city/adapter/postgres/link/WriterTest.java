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

        var silent = seconds("tcp_keepalives_idle")
                .plus(seconds("tcp_keepalives_interval")
                        .multipliedBy(seconds("tcp_keepalives_count").toSeconds()));
        assertThat(silent).isPositive().isLessThanOrEqualTo(A_MINUTE);
        assertThat(seconds("tcp_user_timeout")).isPositive().isLessThanOrEqualTo(A_MINUTE);
    }

    @Test
    void aSessionThatIsOpenedAnewHasItsSettingsToo() throws SQLException {
        writer.open();
        writer.reopen();

        assertThat(seconds("tcp_keepalives_idle")).isEqualTo(Duration.ofSeconds(15));
    }

    /// A bare number, such as that of probes, counts as seconds.
    private Duration seconds(String setting) throws SQLException {
        try (var statement = writer.connection().createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            var text = rows.getString(1);
            return text.endsWith("min")
                    ? Duration.ofMinutes(Long.parseLong(text.replace("min", "")))
                    : Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
        }
    }
}
