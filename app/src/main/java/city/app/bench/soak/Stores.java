package city.app.bench.soak;

import city.app.bench.child.ChildDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The city's database, seen by a connection of our own.
final class Stores implements AutoCloseable {
    private static final String DEAD = """
            SELECT coalesce(sum(n_dead_tup), 0),
                   coalesce(max(n_dead_tup / (1000 + 0.05 * n_live_tup)), 0),
                   coalesce((array_agg(relname ORDER BY n_dead_tup DESC))[1], '')
              FROM pg_stat_user_tables
            """;

    private static final String SIZE = """
            SELECT pg_database_size(current_database())
            """;

    /// The last sequence that is told outside, by topic, of those that had one lately.
    private static final String HEADS = """
            SELECT topic, max(sequence)
              FROM world.events
             WHERE audience < 2
               AND sequence > (SELECT next_sequence FROM world.head) - 20000
             GROUP BY topic
            """;

    private final Connection connection;

    Stores(ChildDatabase database) throws SQLException {
        this.connection = database.connect("city");
    }

    /// @param overdue the most of a table by what begins its vacuum: a thousand rows and a twentieth of it
    /// @param most    the table that has most of them
    record Dead(long rows, double overdue, String most) {
        static final Dead NONE = new Dead(0, 0, "");
    }

    /// As the statistics have it, which lag by a second or so.
    Dead dead() throws SQLException {
        try (var statement = connection.prepareStatement(DEAD);
                var rows = statement.executeQuery()) {
            rows.next();
            return new Dead(rows.getLong(1), rows.getDouble(2), rows.getString(3));
        }
    }

    double megabytes() throws SQLException {
        try (var statement = connection.prepareStatement(SIZE);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1) / 1e6;
        }
    }

    Map<String, Long> heads() throws SQLException {
        try (var statement = connection.prepareStatement(HEADS);
                var rows = statement.executeQuery()) {
            var heads = new HashMap<String, Long>();
            while (rows.next()) {
                heads.put(rows.getString(1), rows.getLong(2));
            }
            return heads;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
