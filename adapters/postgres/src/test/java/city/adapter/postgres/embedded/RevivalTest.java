package city.adapter.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.process.ServerAddress;
import city.adapter.postgres.embedded.process.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that dies while its program lives.
@Timeout(120)
class RevivalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void aServerThatWasKilledIsStartedAgainAtItsAddressWithAllThatItAcknowledged() throws Exception {
        try (var server = BinariesForTests.start(folder)) {
            var address = server.address();
            execute(address, "CREATE TABLE deed AS SELECT 'acknowledged' AS what");
            long first = server.pid();

            kill(first);
            long second = awaitAnother(server, first);
            awaitAnswer(address);
            kill(second);
            awaitAnother(server, second);
            awaitAnswer(address);

            assertThat(server.address()).isEqualTo(address);
            assertThat(server.pid()).isNotIn(first, second);
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(Servers.on(folder.resolve("data").toRealPath())).isEmpty();
    }

    @Test
    void aServerThatCannotStartIsTriedUntilItCan() throws Exception {
        var control = folder.resolve("data/global/pg_control");
        var away = folder.resolve("pg_control.away");
        try (var server = BinariesForTests.start(folder)) {
            execute(server.address(), "CREATE TABLE deed AS SELECT 'acknowledged' AS what");
            Files.move(control, away);

            kill(server.pid());
            awaitComplaint();
            assertThat(server.isAlive()).isFalse();
            Files.move(away, control);

            awaitAnswer(server.address());
        }
    }

    @Test
    void closingWhileTheServerIsDownLeavesNothingRunning() throws Exception {
        var control = folder.resolve("data/global/pg_control");
        var server = BinariesForTests.start(folder);
        Files.move(control, folder.resolve("pg_control.away"));
        kill(server.pid());
        awaitComplaint();

        server.close();

        assertThat(server.isAlive()).isFalse();
        Files.move(folder.resolve("pg_control.away"), control);
        try (var next = BinariesForTests.start(folder)) {
            assertThat(next.isAlive()).isTrue();
        }
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private void awaitComplaint() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(folder.resolve("postgres.log")).contains("could not")) {
            assertThat(System.nanoTime()).as("no complaint yet").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /// It may answer a moment before it is known to have started.
    private static long awaitAnother(EmbeddedPostgres server, long before) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.pid() == before) {
            assertThat(System.nanoTime()).as("no other server yet").isLessThan(deadline);
            Thread.sleep(20);
        }
        return server.pid();
    }

    private static void awaitAnswer(ServerAddress address) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(address)) {
            assertThat(System.nanoTime()).as("no answer yet").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static boolean answers(ServerAddress address) {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT what FROM deed")) {
            return rows.next() && rows.getString(1).equals("acknowledged");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void execute(ServerAddress address, String sql) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
