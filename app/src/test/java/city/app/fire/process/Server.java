package city.app.fire.process;

import city.adapter.postgres.embedded.BinariesForTests;
import city.adapter.postgres.embedded.EmbeddedPostgres;
import city.adapter.postgres.embedded.PostgresStartException;
import city.app.fire.process.Kept.Access;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A PostgreSQL of a test's own, as an operator runs one: the city does not start it, and a test may do to it what it
/// likes. It comes back on another port, so the city is to be led to it by a link. For one thread.
public final class Server implements AutoCloseable {
    private static final int STARTS = 20;
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(500);

    private final Path folder;
    private EmbeddedPostgres server;

    private Server(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    public static Server start(Path folder) {
        return new Server(folder, BinariesForTests.start(folder));
    }

    public int port() {
        return Integer.parseInt(server.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    /// Straight to it, past every link.
    public Access access() {
        return new Access(server.jdbcUrl(), server.user(), server.password());
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    public boolean isAlive() {
        return server.isAlive();
    }

    /// A fast shutdown, as by its service manager.
    public void stop() {
        server.close();
    }

    /// SIGKILL to the postmaster; its children notice and go.
    public void kill() {
        Signals.kill(server.pid());
        server.close();
    }

    /// After {@link #stop} or {@link #kill}; where the last one's children are still on their way out, again.
    public void startAgain() {
        for (int attempt = 1; ; attempt++) {
            try {
                server = BinariesForTests.start(folder);
                return;
            } catch (PostgresStartException e) {
                if (attempt == STARTS) {
                    throw e;
                }
                Run.rest(BETWEEN_STARTS);
            }
        }
    }

    /// Every process of it stands still, as on a disk that does not answer.
    public void pause() {
        processes().forEach(Signals::pause);
    }

    public void resume() {
        processes().forEach(Signals::resume);
    }

    /// The backends whose application's name begins like that, such as `city, process`.
    ///
    /// @return process ids
    public List<Long> backends(String application) {
        var found = new ArrayList<Long>();
        var sql = "SELECT pid FROM pg_stat_activity WHERE application_name LIKE ?";
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, application + "%");
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (server.isAlive()) {
            resume();
        }
        server.close();
    }

    private List<Long> processes() {
        var postmaster = ProcessHandle.of(server.pid());
        return Stream.concat(postmaster.stream(), postmaster.stream().flatMap(ProcessHandle::descendants))
                .map(ProcessHandle::pid)
                .toList();
    }
}
