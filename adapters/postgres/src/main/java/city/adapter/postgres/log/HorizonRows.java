package city.adapter.postgres.log;

import city.world.kernel.access.EventFeed.Filter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// The rows of `world.horizons`, and what moves them.
final class HorizonRows {
    private static final String FIND = """
            SELECT coalesce(max(sequence), 0)
              FROM world.horizons
             WHERE (topic = ? OR ?::text IS NULL)
               AND (type = ? OR ?::text IS NULL)
            """;

    /// One statement, so one transaction: nobody sees the log without the events and with the horizon of before. What
    /// was removed before is skipped by the horizon, for an index remembers it until the next vacuum.
    private static final String REMOVE_TELEMETRY = """
            WITH gone AS (
                DELETE FROM world.events_telemetry
                 WHERE sequence IN (SELECT sequence
                                      FROM world.events_telemetry
                                     WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM world.horizons)
                                       AND tick < ?
                                       AND sequence <= (SELECT coalesce(min(sequence), 9223372036854775807)
                                                          FROM world.cursors
                                                         WHERE follower = ANY (?))
                                     ORDER BY sequence
                                     LIMIT ?)
                RETURNING type, topic, sequence),
            raised AS (
                INSERT INTO world.horizons (type, topic, sequence)
                SELECT type, min(topic), max(sequence) FROM gone GROUP BY type
                ON CONFLICT (type) DO UPDATE SET sequence = excluded.sequence, recorded_at = now())
            SELECT count(*) FROM gone
            """;

    private HorizonRows() {}

    static long find(Connection connection, Filter filter) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, filter.topic().orElse(null));
            statement.setString(2, filter.topic().orElse(null));
            statement.setString(3, filter.type().orElse(null));
            statement.setString(4, filter.type().orElse(null));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// @param followers whose cursors hold it back
    static int removeTelemetry(Connection connection, Set<String> followers, long beforeTick, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(REMOVE_TELEMETRY)) {
            statement.setLong(1, beforeTick);
            statement.setArray(2, connection.createArrayOf("text", followers.toArray()));
            statement.setInt(3, limit);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
