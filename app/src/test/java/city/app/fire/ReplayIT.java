package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five days of a city that is asked and told things from outside: a replay of its record ends in the same state, and
/// the command line says where it does not.
class ReplayIT {
    @TempDir
    private static Path folder;

    private static LivedCity city;

    @BeforeAll
    static void liveFiveDays() throws IOException, SQLException {
        city = new LivedCity(folder.resolve("city"));
        city.live(5);
    }

    @AfterAll
    static void end() {
        city.close();
    }

    @Test
    void aReplayEndsInTheStateOfTheRun() {
        var replay = city.start("replay");
        assertThat(replay.exitCode()).as(replay::complaints).isZero();
        assertThat(replay.lastLine()).isEqualTo(city.end("replayed to"));
        assertThat(city.look(it -> it.verify())).isEqualTo(city.end("found at"));
    }

    @Test
    void theCommandLineNamesTheTableThatWasChanged() throws SQLException {
        try (var _ =
                city.change("UPDATE economy.accounts SET balance = balance + 1 WHERE row = 1", "economy.accounts")) {
            var replay = city.start("replay");
            assertThat(replay.exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
            assertThat(replay.complaints()).contains("economy.accounts");

            var verify = city.start("verify");
            assertThat(verify.exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
        }
    }
}
