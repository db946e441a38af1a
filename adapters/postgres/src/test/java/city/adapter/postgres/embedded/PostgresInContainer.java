package city.adapter.postgres.embedded;

import city.adapter.postgres.embedded.process.ServerAddress;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// A server of somebody else's image: with `CITY_TEST_POSTGRES=container:postgres:15` the tests run on that. It is
/// ended with the JVM by Testcontainers.
final class PostgresInContainer {
    private static final String ASKED = "container:";
    private static final int PORT = 5432;
    private static final String NAME = "city";

    private PostgresInContainer() {}

    static boolean isAskedFor() {
        return System.getProperty("CITY_TEST_POSTGRES", "").startsWith(ASKED);
    }

    static ServerAddress address() {
        return new ServerAddress(Shared.SERVER.getMappedPort(PORT), NAME, NAME, NAME);
    }

    /// Its own class, so that the server is started at its first use.
    private static final class Shared {
        static final GenericContainer<?> SERVER = start(System.getProperty("CITY_TEST_POSTGRES", ""));

        /// It starts twice: once to make its files, and once to stay.
        @SuppressWarnings("resource")
        private static GenericContainer<?> start(String asked) {
            var server = new GenericContainer<>(asked.substring(ASKED.length()))
                    .withEnv("POSTGRES_USER", NAME)
                    .withEnv("POSTGRES_PASSWORD", NAME)
                    .withEnv("POSTGRES_DB", NAME)
                    .withExposedPorts(PORT)
                    .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 2));
            server.start();
            return server;
        }
    }
}
