package city.adapter.postgres.embedded;

import city.adapter.postgres.embedded.files.BundledBinaries;
import city.adapter.postgres.embedded.files.Folders;
import city.adapter.postgres.embedded.files.ServerBinaries;
import city.adapter.postgres.embedded.process.Launcher;
import city.adapter.postgres.embedded.process.LeftoverServer;
import city.adapter.postgres.embedded.process.Readiness;
import city.adapter.postgres.embedded.process.ServerAddress;
import city.adapter.postgres.embedded.process.ServerLog;
import city.adapter.postgres.embedded.process.ServerProcess;
import city.adapter.postgres.embedded.process.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A PostgreSQL that lives in a folder of ours and as long as this object: durable, on loopback, on a free port that
/// changes from start to start, behind a generated password. It ends with [#close()], and within about two seconds when
/// this program is killed. When it dies by itself it is started again, at the same address.
///
/// The folder holds `bin-VERSION` (the unpacked programs), `data`, `password` (readable by its owner only),
/// `postgres.log` and `lock`. Thread-safe.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "city";

    /// Somebody else may take the free port between our look and the server's.
    private static final int MOST_PORTS_TRIED = 3;

    private final FolderLock lock;
    private final Revival revival;
    private final ServerAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(FolderLock lock, Revival revival, ServerAddress address) {
        this.lock = lock;
        this.revival = revival;
        this.address = address;
    }

    /// Whether a server was ever started there, so that it may hold something.
    public static boolean isIn(Path folder) {
        return Files.isDirectory(folder);
    }

    /// Starts the server on the folder, which is made when it is not there. Takes a few seconds the first time (it
    /// unpacks and makes the database) and a fraction of one later, or as long as recovery takes after a crash.
    ///
    /// @throws PostgresStartException with a message for the operator
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, home -> {
            BundledBinaries.sweep(home);
            return BundledBinaries.unpackInto(home);
        });
    }

    /// Deletes the folder and all that was kept there, after ending a server that a killed program left on it.
    ///
    /// @throws PostgresStartException when somebody uses it, or it cannot be deleted
    public static void discard(Path folder) {
        if (!isIn(folder)) {
            return;
        }
        try (var _ = FolderLock.take(folder)) {
            var data = folder.resolve("data");
            if (Files.isDirectory(data)) {
                new LeftoverServer(data).end();
            }
            Folders.delete(folder);
        } catch (IOException failure) {
            throw new PostgresStartException(folder + " could not be deleted (" + failure + ")", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException("the deletion of " + folder + " was interrupted", interrupted);
        }
    }

    /// Gives the folder of a server that was closed another place on the same disk. It is there whole or not at all,
    /// also after a loss of power.
    ///
    /// @param to where nothing is
    /// @throws PostgresStartException when it cannot be moved, and then it is where it was
    public static void move(Path from, Path to) {
        try {
            Folders.publish(from, to);
        } catch (IOException failure) {
            throw new PostgresStartException(from + " could not be moved to " + to + " (" + failure + ")", failure);
        }
    }

    /// Where the server's programs come from, given the folder that is locked for us.
    interface BinariesSource {
        ServerBinaries in(Path folder) throws IOException;
    }

    static EmbeddedPostgres start(Path folder, BinariesSource source) {
        try {
            var home = folder.toAbsolutePath().normalize();
            Folders.create(home);
            return startLocked(FolderLock.take(home), home, source);
        } catch (IOException failure) {
            throw new PostgresStartException(
                    "PostgreSQL could not be started in " + folder + " (" + failure
                            + "): check that the folder can be written and the disk has room",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException("the start of PostgreSQL in " + folder + " was interrupted", interrupted);
        }
    }

    private static EmbeddedPostgres startLocked(FolderLock lock, Path home, BinariesSource source)
            throws IOException, InterruptedException {
        try {
            var binaries = source.in(home);
            var launcher = Launcher.forThisMachine();
            var log = new ServerLog(home);
            var cluster = Cluster.open(home, binaries, launcher, log);
            new LeftoverServer(cluster.data()).end();
            return run(lock, cluster, binaries, launcher, log);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static EmbeddedPostgres run(
            FolderLock lock, Cluster cluster, ServerBinaries binaries, Launcher launcher, ServerLog log)
            throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var address = new ServerAddress(freePort(), DATABASE, Cluster.USER, cluster.password());
            var command = launcher.command(postgres(binaries, cluster.data(), address.port()));
            try {
                var revival = new Revival(startReady(command, address, log), () -> {
                    new LeftoverServer(cluster.data()).end();
                    return startReady(command, address, log);
                });
                revival.begin();
                return new EmbeddedPostgres(lock, revival, address);
            } catch (PostgresStartException failure) {
                if (attempt == MOST_PORTS_TRIED || isFree(address.port())) {
                    throw failure;
                }
            }
        }
    }

    /// Leaves nothing behind when it fails.
    private static ServerProcess startReady(ProcessBuilder command, ServerAddress address, ServerLog log)
            throws IOException, InterruptedException {
        var process = ServerProcess.start(command, log);
        try {
            new Readiness(address, process, log).await();
            return process;
        } catch (InterruptedException | RuntimeException failure) {
            process.stop();
            throw failure;
        }
    }

    private static List<String> postgres(ServerBinaries binaries, Path data, int port) {
        var words = new ArrayList<>(List.of(binaries.postgres(), "-D", data.toString()));
        words.addAll(ServerSettings.arguments(port));
        return words;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    ServerAddress address() {
        return address;
    }

    /// The address of the database `city`, without user and password.
    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    public String user() {
        return address.user();
    }

    public String password() {
        return address.password();
    }

    /// The server's process id; another one after it has died and was started again.
    public long pid() {
        return revival.process().pid();
    }

    /// False after [#close()], and for the moments in which a server that died is started again.
    public boolean isAlive() {
        return revival.process().isAlive();
    }

    /// Ends the server's sessions, lets it write all to disk, and frees the folder. A second call does nothing.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            revival.close();
            revival.process().stop();
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded PostgreSQL could not be stopped", failure);
        }
    }
}
