package city.adapter.postgres.memory;

import city.memory.MemoryFollower;
import java.sql.Connection;
import java.sql.SQLException;

/// The place of memory in the log: a row of `world.cursors`, or of `memory.rested` where an earlier release ran
/// without memory.
final class MemoryCursor {
    private static final String FIRST = """
            INSERT INTO world.cursors (follower, sequence)
            VALUES (?, 0)
            ON CONFLICT (follower) DO NOTHING
            """;

    private static final String MOVE = """
            UPDATE world.cursors
               SET sequence = ?, recorded_at = now()
             WHERE follower = ? AND sequence = ?
            """;

    private static final String WAKE = """
            WITH rested AS (DELETE FROM memory.rested RETURNING sequence)
            INSERT INTO world.cursors (follower, sequence)
            SELECT ?, sequence FROM rested
            ON CONFLICT (follower) DO NOTHING
            """;

    private static final String FIND = """
            SELECT sequence
              FROM world.cursors
             WHERE follower = ?
            """;

    private MemoryCursor() {}

    /// @return the sequence, 0 at first; from now on there is a row for it
    static long take(Connection connection) throws SQLException {
        execute(connection, WAKE);
        execute(connection, FIRST);
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, MemoryFollower.NAME);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// @return false when it is elsewhere
    static boolean move(Connection connection, long from, long to) throws SQLException {
        if (from == 0) {
            execute(connection, FIRST);
        }
        try (var statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, to);
            statement.setString(2, MemoryFollower.NAME);
            statement.setLong(3, from);
            return statement.executeUpdate() == 1;
        }
    }

    private static void execute(Connection connection, String statementText) throws SQLException {
        try (var statement = connection.prepareStatement(statementText)) {
            statement.setString(1, MemoryFollower.NAME);
            statement.executeUpdate();
        }
    }
}
