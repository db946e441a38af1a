package city.adapter.postgres.link;

import city.adapter.postgres.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGConnection;

/// The one connection that writes, with the lock on the record. Its sessions carry the holder's name. Used by one
/// thread at a time; {@link #abort} by any.
public final class Writer {
    private static final String CONNECT_SECONDS = "5";

    /// A dead link is noticed after this time at the latest; a commit that takes longer counts as lost and is
    /// settled by the head.
    private static final String SILENCE_SECONDS = "60";

    /// Backends whose end we did not see: far more than one outage leaves.
    private static final int MAX_LOST = 100;

    /// JIT costs more than it saves on statements that run for milliseconds. A commit finds its rows by their keys: a
    /// planner that does not know how many there are would rather read the whole table, and hash it. Whoever holds
    /// the head's row for 20 s is told to the operator. What is acknowledged must be durable, whatever the server's
    /// default.
    ///
    /// The lock outlives a machine without power for as long as the server believes in the session: 45 s, whoever
    /// waits for whom, and not the two hours of its system. A server's system that does without one of these
    /// settings says so in the log and ignores it.
    private static final String SESSION = """
            SET jit = off;
            SET enable_hashjoin = off;
            SET enable_mergejoin = off;
            SET enable_seqscan = off;
            SET lock_timeout = '20s';
            SET tcp_keepalives_idle = 15;
            SET tcp_keepalives_interval = 5;
            SET tcp_keepalives_count = 6;
            SET tcp_user_timeout = '45s';
            SET default_transaction_isolation = 'read committed';
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """;

    private static final String END_BACKENDS = """
            SELECT pg_terminate_backend(pid)
              FROM pg_stat_activity
             WHERE pid = ANY (?)
               AND pid <> pg_backend_pid()
               AND application_name = current_setting('application_name')
            """;

    private final PostgresSettings settings;
    private final Backoff backoff;
    private final List<Integer> lost = new ArrayList<>();
    private volatile Optional<Connection> current = Optional.empty();

    public Writer(PostgresSettings settings, Backoff backoff) {
        this.settings = settings;
        this.backoff = backoff;
    }

    public boolean holds() {
        return current.isPresent();
    }

    /// The connection that holds the lock, outside a transaction or in the one that the caller began.
    public Connection connection() {
        return current.orElseThrow(() -> new IllegalStateException("the record is not claimed"));
    }

    /// Connects and takes the lock. When it fails, nothing is held.
    ///
    /// @throws city.world.spi.CityRecord.RecordTaken when another process holds it
    public void open() throws SQLException {
        var connection = connect();
        int backend = connection.unwrap(PGConnection.class).getBackendPID();
        remember(backend);
        try {
            prepare(connection);
            Claim.take(connection, backoff, lost);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.abort(Runnable::run);
            throw e;
        }
        lost.clear();
        remember(backend);
        current = Optional.of(connection);
    }

    /// Leaves the present connection, ends its backend should it still live, and opens another.
    public void reopen() throws SQLException {
        abort();
        current = Optional.empty();
        open();
    }

    /// Breaks the link at once, whoever uses it.
    public void abort() {
        current.ifPresent(connection -> {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                throw new IllegalStateException("a connection refused to be aborted", e);
            }
        });
    }

    /// Ends the session in good order, which gives the lock back.
    public void close() {
        var connection = current;
        current = Optional.empty();
        connection.ifPresent(Quietly::close);
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", settings.holderName());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SILENCE_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(settings.jdbcUrl(), properties);
    }

    private void prepare(Connection connection) throws SQLException {
        try (var session = connection.createStatement();
                var ending = connection.prepareStatement(END_BACKENDS)) {
            session.execute(SESSION);
            ending.setArray(1, connection.createArrayOf("int4", lost.toArray()));
            ending.execute();
        }
        connection.setAutoCommit(false);
    }

    private void remember(int backend) {
        if (lost.size() == MAX_LOST) {
            lost.removeFirst();
        }
        lost.add(backend);
    }
}
