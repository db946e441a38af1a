package city.app.bench.load;

import city.adapter.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Makes the log of a stopped city as long as that of an old one. The rows that are added are copies of its newest
/// public events, with sequences from -1 downwards: head, cursors and chains, which all speak of sequences from 1
/// on, stay true, and table and indexes get the size that a start has to live with.
final class LongPast {
    /// One transaction's worth.
    private static final int PIECE = 1_000_000;

    private static final String SAMPLE = """
            CREATE TEMPORARY TABLE sample AS
            SELECT (row_number() OVER (ORDER BY sequence DESC) - 1)::integer AS number,
                   time, type, topic, subject, data
              FROM (SELECT * FROM world.events_public ORDER BY sequence DESC LIMIT 1000) newest
            """;

    private static final String ADD = """
            INSERT INTO world.events_public
                   (sequence, id, tick, time, type, topic, audience, subject, previous_sequence, data)
            SELECT -n, gen_random_uuid(), 0, time, type, topic, 0, subject, 0, data
              FROM generate_series(?::bigint, ?::bigint) n
              JOIN sample ON sample.number = n % (SELECT count(*) FROM sample)
            """;

    private static final String COUNT = """
            SELECT count(*) FROM world.events
            """;

    private LongPast() {}

    /// @param data of a city that is not running
    /// @return how many events the log then has
    static long give(Path data, int events) throws SQLException {
        try (var server = EmbeddedPostgres.start(data.resolve("pg"));
                var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            execute(connection, SAMPLE);
            for (int from = 1; from <= events; from += PIECE) {
                add(connection, from, Math.min(events, from + PIECE - 1));
            }
            execute(connection, "VACUUM (ANALYZE) world.events_public");
            execute(connection, "CHECKPOINT");
            return count(connection);
        }
    }

    private static void add(Connection connection, int from, int to) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
