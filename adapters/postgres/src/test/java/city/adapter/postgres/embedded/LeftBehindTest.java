package city.adapter.postgres.embedded;

import static city.adapter.postgres.embedded.Sql.ask;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.process.Launcher;
import city.adapter.postgres.embedded.process.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run that did not end well leaves in the folder, and the start that comes after it.
@Timeout(120)
class LeftBehindTest {
    @TempDir
    Path folder;

    @Test
    void aKilledProgramTakesItsServerWithItAndLosesNothingAcknowledged() throws Exception {
        var holder = HoldsAServer.on(folder);
        var data = folder.resolve("data").toRealPath();
        assertThat(Servers.on(data)).isNotEmpty();

        holder.destroyForcibly().waitFor();

        assertThat(isLeftAloneWithin(Duration.ofSeconds(5), data)).isTrue();
        try (var next = BinariesForTests.start(folder)) {
            assertThat(ask(next, "SELECT what FROM deed")).isEqualTo("acknowledged");
        }
    }

    @Test
    void aServerKilledWithItsProgramRecoversWhatItAcknowledged() throws Exception {
        var holder = HoldsAServer.on(folder);
        var data = folder.resolve("data").toRealPath();
        var postmaster = Long.parseLong(firstLineOf(data.resolve("postmaster.pid")));

        new ProcessBuilder("sh", "-c", "kill -9 " + postmaster + " " + holder.pid())
                .start()
                .waitFor();
        holder.waitFor();

        try (var next = BinariesForTests.start(folder)) {
            assertThat(ask(next, "SELECT what FROM deed")).isEqualTo("acknowledged");
        }
    }

    @Test
    void aServerThatAnEarlierRunLeftRunningIsStoppedFirst() throws Exception {
        BinariesForTests.start(folder).close();
        var data = folder.resolve("data").toRealPath();
        var command = Launcher.forThisMachine()
                .command(List.of(
                        BinariesForTests.chosen().postgres(),
                        "-D",
                        data.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "port=" + freePort(),
                        "-c",
                        "unix_socket_directories="))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("leftover.log").toFile());
        var leftover = command.start();
        awaitReady(data, leftover);

        try (var server = BinariesForTests.start(folder)) {
            assertThat(leftover.isAlive()).isFalse();
            assertThat(ask(server, "SELECT 'ready'")).isEqualTo("ready");
        }
    }

    @Test
    void aPidFileOfADeadProcessDoesNotStopTheStart() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();

        assertThatItStartsWithPidFileSaying(Long.toString(dead.pid()));
    }

    @Test
    void aPidFileOfSomebodyElseDoesNotStopTheStartAndHarmsNobody() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            assertThatItStartsWithPidFileSaying(Long.toString(stranger.pid()));

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aPidFileOfAZombieDoesNotStopTheStart() throws Exception {
        // The shell becomes a sleep, which never asks for its child's end.
        var parent = new ProcessBuilder("sh", "-c", "sleep 0.3 & echo $!; exec sleep 60").start();
        try {
            var zombie = parent.inputReader().readLine();
            awaitZombie(Path.of("/proc", zombie, "stat"));

            assertThatItStartsWithPidFileSaying(zombie);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aPidFileEmptiedByALossOfPowerDoesNotStopTheStart() throws Exception {
        assertThatItStartsWithPidFileSaying("");
    }

    private void assertThatItStartsWithPidFileSaying(String pid) throws Exception {
        BinariesForTests.start(folder).close();
        var data = folder.resolve("data");
        var started = System.currentTimeMillis() / 1000;
        var content =
                pid.isEmpty() ? "" : pid + "\n" + data + "\n" + started + "\n5432\n\n\n  12345  67890\nready   \n";
        Files.writeString(data.resolve("postmaster.pid"), content);

        try (var server = BinariesForTests.start(folder)) {
            assertThat(ask(server, "SELECT 'ready'")).isEqualTo("ready");
        }
    }

    private static boolean isLeftAloneWithin(Duration patience, Path data) throws Exception {
        var deadlineNanos = System.nanoTime() + patience.toNanos();
        while (!Servers.on(data).isEmpty()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    private void awaitReady(Path data, Process server) throws Exception {
        var pidFile = data.resolve("postmaster.pid");
        while (!Files.exists(pidFile) || !Files.readString(pidFile).contains("ready")) {
            assertThat(server.isAlive())
                    .as("the server that is left behind: %s", Files.readString(folder.resolve("leftover.log")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void awaitZombie(Path stat) throws IOException, InterruptedException {
        while (!Files.readString(stat).contains(") Z ")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String firstLineOf(Path file) throws IOException {
        return Files.readString(file, US_ASCII).lines().findFirst().orElseThrow();
    }
}
