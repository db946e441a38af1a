package city.app.fire.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The event log as the database has it.
public final class RecordedLog {
    private static final String LIST = """
            SELECT sequence, id, tick, type, topic, subject, previous_sequence, data
              FROM world.events
             ORDER BY sequence
            """;

    private RecordedLog() {}

    /// All of it, by sequence.
    public static List<Logged> read(Connection connection) throws SQLException {
        var log = new ArrayList<Logged>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LIST)) {
            while (rows.next()) {
                log.add(new Logged(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getLong(7),
                        Logged.contentOf(rows.getString(8))));
            }
        }
        return log;
    }

    /// The sequence of the last event that MQTT tells; 0 where there is none.
    public static long lastTold(List<Logged> log) {
        return log.stream()
                .filter(Logged::isTold)
                .mapToLong(Logged::sequence)
                .max()
                .orElse(0);
    }
}
