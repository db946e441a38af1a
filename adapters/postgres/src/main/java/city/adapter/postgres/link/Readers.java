package city.adapter.postgres.link;

import city.adapter.postgres.PostgresSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The few connections that read the past, and save what is not part of the city. Safe from any thread; blocks.
public final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    /// Two cores saturate at 4 to 6 connections, and one of them writes.
    private static final int MAX_CONNECTIONS = 4;

    /// A reader is told so soon that the database is away.
    private static final long PATIENCE_MILLIS = 5_000;

    /// Reading a whole journal sends something all the time; silence means a dead link.
    private static final String SILENCE_SECONDS = "60";

    private final HikariDataSource pool;
    private final Backoff backoff;

    /// Opens lazily: the first use connects.
    public Readers(PostgresSettings settings, Backoff backoff) {
        this.backoff = backoff;
        var config = new HikariConfig();
        config.setPoolName("city-readers");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "city reader");
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        this.pool = new HikariDataSource(config);
    }

    public DataSource dataSource() {
        return pool;
    }

    /// Does the work on a connection of its own, each statement a transaction.
    ///
    /// @param name of the work, for the message
    /// @throws ReadFailed when the database is away or refuses
    public <T> T call(String name, Work<T> work) {
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new ReadFailed(name, e);
        }
    }

    /// The same, again and again while the database is away, until closed or interrupted. The work must stand
    /// being begun anew.
    public <T> T insist(String name, Work<T> work) {
        for (int attempt = 0; ; attempt++) {
            try {
                return call(name, work);
            } catch (ReadFailed e) {
                if (!e.isPassing() || !backoff.pause(attempt)) {
                    throw e;
                }
                LOG.warn("Waiting for the record: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /// Something to be done on a connection.
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
