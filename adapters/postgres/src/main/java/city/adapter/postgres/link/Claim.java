package city.adapter.postgres.link;

import city.world.spi.CityRecord.RecordTaken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// The lock on the record: an advisory lock of one session, given back by the server when that session ends, however it
/// ends. One database holds one city, so the lock's key is a constant.
public final class Claim {
    /// "city" in ASCII.
    private static final long KEY = 0x63697479L;

    /// A killed process' backend notices within moments; so long do we wait for it to go.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String TAKE = """
            SELECT pg_try_advisory_lock(?)
            """;

    private static final String GIVE_BACK = """
            SELECT pg_advisory_unlock(?)
            """;

    private static final String HOLDER = """
            SELECT coalesce(activity.application_name, 'unknown'), activity.pid,
                   coalesce(date_trunc('second', activity.backend_start)::text, 'unknown')
              FROM pg_locks lock
              JOIN pg_stat_activity activity ON activity.pid = lock.pid
             WHERE lock.locktype = 'advisory'
               AND lock.granted
               AND lock.database = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND lock.classid = 0
               AND lock.objid = ?
               AND lock.objsubid = 1
            """;

    private Claim() {}

    /// Takes the lock for the connection's session, trying for about 5 s.
    ///
    /// @param own backends of this process that may still be on their way out
    /// @throws RecordTaken  naming the holder, its backend and since when
    /// @throws SQLException of the state "lock not available" when the holder is one of our own
    public static void take(Connection connection, Backoff backoff, Collection<Integer> own) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; !tryTake(connection); attempt++) {
            if (System.nanoTime() > deadline || !backoff.pause(Math.min(attempt, 2))) {
                refuse(connection, own);
            }
        }
    }

    public static void giveBack(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(GIVE_BACK)) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }

    private static boolean tryTake(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setLong(1, KEY);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /// Who has the lock now, by any session of this database.
    public static Optional<Holder> findHolder(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, KEY);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Holder(rows.getString(1), rows.getInt(2), rows.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /// Returns when the lock has become free meanwhile.
    private static void refuse(Connection connection, Collection<Integer> own) throws SQLException {
        var holder = findHolder(connection);
        if (holder.isEmpty()) {
            return;
        }
        if (own.contains(holder.get().backend())) {
            throw new SQLException(
                    "our former backend %d still holds the lock"
                            .formatted(holder.get().backend()),
                    "55P03");
        }
        throw new RecordTaken(holder.get().toString());
    }

    /// @param name    what it calls itself, such as `city, process 123`
    /// @param backend the database's process that serves it
    public record Holder(String name, int backend, String since) {
        @Override
        public String toString() {
            return "%s (database backend %d, since %s)".formatted(name, backend, since);
        }
    }
}
