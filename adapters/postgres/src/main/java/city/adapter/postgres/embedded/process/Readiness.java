package city.adapter.postgres.embedded.process;

import city.adapter.postgres.embedded.PostgresStartException;
import java.sql.SQLException;
import java.time.Duration;

/// Waits until the server lets us in, which is what its users need, and makes the database when it is not there yet.
public final class Readiness {
    /// Recovery of the largest log that the settings allow takes about ten seconds; a server that has died is noticed
    /// at once.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(20);
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final String WRONG_PASSWORD = "28P01";

    private final ServerAddress address;
    private final ServerProcess process;
    private final ServerLog log;

    public Readiness(ServerAddress address, ServerProcess process, ServerLog log) {
        this.address = address;
        this.process = process;
        this.log = log;
    }

    /// @throws PostgresStartException when the server ended, refuses our password, or takes too long
    public void await() throws InterruptedException {
        var deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive()) {
            try {
                makeDatabase();
                return;
            } catch (SQLException failure) {
                refuse(failure, deadlineNanos);
            }
            Thread.sleep(POLL);
        }
        throw new PostgresStartException(
                "PostgreSQL ended while it started (" + log.lastComplaint() + "): see " + log.file());
    }

    private void makeDatabase() throws SQLException {
        try (var connection = address.withDatabase(MAINTENANCE_DATABASE).connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + address.database() + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + address.database());
            }
        }
    }

    private void refuse(SQLException failure, long deadlineNanos) {
        if (WRONG_PASSWORD.equals(failure.getSQLState())) {
            throw new PostgresStartException(
                    "the password file does not open the database: restore it from a backup, see " + log.file(),
                    failure);
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new PostgresStartException(
                    "PostgreSQL did not become ready within " + PATIENCE.toMinutes() + " minutes ("
                            + failure.getMessage() + "): see " + log.file(),
                    failure);
        }
    }
}
