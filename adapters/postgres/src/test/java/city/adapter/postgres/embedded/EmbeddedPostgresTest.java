package city.adapter.postgres.embedded;

import static city.adapter.postgres.embedded.Sql.ask;
import static city.adapter.postgres.embedded.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import city.adapter.postgres.embedded.files.BundledBinaries;
import city.adapter.postgres.embedded.process.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void whatTheFirstStartStoredIsThereAtTheSecond() throws SQLException {
        try (var first = BinariesForTests.start(folder)) {
            execute(first, "CREATE TABLE deed (what text)");
            execute(first, "INSERT INTO deed VALUES ('stored')");
        }

        try (var second = BinariesForTests.start(folder)) {
            assertThat(ask(second, "SELECT what FROM deed")).isEqualTo("stored");
        }
    }

    @Test
    void nothingIsTakenFromDurabilityForSpeed() throws SQLException {
        var server = PostgresForTests.server();

        assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
    }

    @Test
    void textIsUtf8AndSortsByItsBytes() throws SQLException {
        var server = PostgresForTests.server();

        assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(ask(server, "SELECT datcollate FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("C");
    }

    @Test
    void onlyWhoKnowsThePasswordGetsInAndOnlyFromThisMachine() throws Exception {
        try (var server = BinariesForTests.start(folder)) {
            var address = server.address();
            var stranger = new ServerAddress(address.port(), address.database(), address.user(), "guessed");

            assertThatThrownBy(stranger::connect).isInstanceOf(SQLException.class);
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(server.jdbcUrl()).doesNotContain(server.password());
        }
    }

    @Test
    void theBundledServerIsTheVersionItsFolderIsNamedFor() throws SQLException {
        assumeFalse(BinariesForTests.areTheSystems());

        var server = PostgresForTests.server();

        assertThat(BundledBinaries.VERSION).startsWith(ask(server, "SHOW server_version") + ".");
    }

    @Test
    void closingEndsTheServerAndClosingAgainIsFine() {
        var server = BinariesForTests.start(folder);
        assertThat(server.isAlive()).isTrue();

        server.close();
        server.close();

        assertThat(server.isAlive()).isFalse();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedWithBothVersionsNamed() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "9\n");

        assertThatThrownBy(() -> BinariesForTests.start(folder))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("was written by PostgreSQL 9 and this city brings")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedHereAndTheFirstGoesOn() throws SQLException {
        try (var first = BinariesForTests.start(folder)) {
            assertThatThrownBy(() -> BinariesForTests.start(folder))
                    .isInstanceOf(PostgresStartException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());

            assertThat(ask(first, "SELECT 'still here'")).isEqualTo("still here");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedFromAnotherProgram() throws Exception {
        var holder = HoldsAServer.on(folder);
        try {
            assertThatThrownBy(() -> BinariesForTests.start(folder))
                    .isInstanceOf(PostgresStartException.class)
                    .hasMessageContaining("is in use by process " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void aServerThatCannotStartSaysWhyInOneLineAndNamesItsLog() throws Exception {
        BinariesForTests.start(folder).close();
        Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(() -> BinariesForTests.start(folder))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("FATAL:")
                .hasMessageContaining(folder.resolve("postgres.log").toString())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aFailedStartLeavesTheFolderFree() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        assertThatThrownBy(() -> BinariesForTests.start(folder)).isInstanceOf(PostgresStartException.class);
        Files.delete(folder.resolve("data"));

        try (var server = BinariesForTests.start(folder)) {
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void aMissingPasswordIsNamedRatherThanReplaced() throws Exception {
        BinariesForTests.start(folder).close();
        Files.delete(folder.resolve("password"));

        assertThatThrownBy(() -> BinariesForTests.start(folder))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining(folder.resolve("password").toString());
    }

    @Test
    void ctrlCInTheTerminalDoesNotReachTheServer() throws Exception {
        var server = PostgresForTests.server();

        assertThat(sessionOf(server.pid())).isEqualTo(server.pid());
    }

    /// The fourth number after the command's closing bracket.
    private static long sessionOf(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5)[3]);
    }
}
