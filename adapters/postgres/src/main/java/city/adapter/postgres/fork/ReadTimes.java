package city.adapter.postgres.fork;

import city.world.kernel.CityClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;

/// When a row that people read came to be and was last changed. The first commit of a second city knows only its own
/// time; when a row came to be stands in a declared column, and one that has not changed since the cut keeps the times
/// that the first city has for it.
///
/// @param name     of the table, with its schema
/// @param key      the column by which both cities know the row
/// @param madeTick the declared column with the tick at which it came to be
record ReadTimes(String name, String key, String madeTick) {
    static final ReadTimes AGENTS = new ReadTimes("agents.agents", "id", "spawned_at");
    static final ReadTimes TIES = new ReadTimes("social.relationships", "id", "met_at");

    private static final String MAKE = """
            CREATE TEMPORARY TABLE unchanged (key uuid PRIMARY KEY, created_at timestamptz, updated_at timestamptz)
            """;

    private static final String DROP = """
            DROP TABLE unchanged
            """;

    /// Inside of what the second city has written already.
    void settle(Connection from, Connection to, Cut cut) throws SQLException {
        setMade(to, cut.clock());
        run(to, MAKE);
        Pipe.copy(from, unchanged(cut), to, "unchanged (key, created_at, updated_at)");
        run(to, """
                UPDATE %s t
                   SET created_at = u.created_at, updated_at = u.updated_at
                  FROM unchanged u
                 WHERE t.%s = u.key
                """.formatted(name, key));
        run(to, DROP);
    }

    private void setMade(Connection to, CityClock clock) throws SQLException {
        var sql = "UPDATE %s SET created_at = ?::timestamptz + %s * make_interval(mins => ?)".formatted(name, madeTick);
        try (var statement = to.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(clock.epoch()));
            statement.setInt(2, clock.stepMinutes());
            statement.executeUpdate();
        }
    }

    private String unchanged(Cut cut) {
        return "SELECT t.%s, t.created_at, t.updated_at FROM %s t WHERE t.updated_at < '%s'::timestamptz"
                .formatted(key, name, cut.clock().at(cut.tick()));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
