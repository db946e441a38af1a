package city.adapter.postgres.embedded;

import city.adapter.postgres.embedded.files.Folders;
import city.adapter.postgres.embedded.process.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One real server for all tests of a JVM, durable as in production, started when the first test asks and gone with the
/// JVM. Each test takes an empty database of its own, so tests may run at the same time.
public final class PostgresForTests {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresForTests() {}

    /// An empty database that nobody else uses.
    public static TestDatabase freshDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return new TestDatabase(address().withDatabase(name));
    }

    /// What the server has said of late, a line each.
    public static List<String> log() throws IOException {
        return Files.readAllLines(Shared.folder().resolve("postgres.log"));
    }

    private static ServerAddress address() {
        return PostgresInContainer.isAskedFor() ? PostgresInContainer.address() : Shared.SERVER.address();
    }

    static EmbeddedPostgres server() {
        return Shared.SERVER;
    }

    static void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void execute(String sql) {
        try (var connection = address().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("the tests' server refused: " + sql, failure);
        }
    }

    /// Its own class, so that the server is started at its first use.
    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                sweep(BinariesForTests.folder());
                var folder = folder();
                var server = BinariesForTests.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        static Path folder() throws IOException {
            return BinariesForTests.folder()
                    .resolve(Long.toString(ProcessHandle.current().pid()));
        }

        /// Deletes the servers of test runs that were killed.
        private static void sweep(Path home) throws IOException {
            for (var folder : Folders.entriesOf(home)) {
                var name = folder.getFileName().toString();
                if (name.matches("\\d+")
                        && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                    Folders.delete(folder);
                }
            }
        }

        private static void end(EmbeddedPostgres server, Path folder) {
            try {
                server.close();
                Folders.delete(folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
