package city.adapter.postgres.log;

import city.adapter.postgres.table.RowStream;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The rows of `world.events`.
public final class EventRows {
    private static final String ADD = """
            COPY world.events (sequence, id, tick, time, type, topic, audience, subject, previous_sequence, data)
            FROM STDIN (FORMAT binary)
            """;

    private static final String LIST = """
            SELECT sequence, id, tick, time, type, topic, audience, subject, previous_sequence, data
              FROM world.events
             WHERE sequence > ?
               AND sequence <= ?
            """;
    private static final String OF_TOPIC = " AND topic = ?";
    private static final String OF_TYPE = " AND type = ?";
    private static final String OF_SUBJECT = " AND subject = ?";
    private static final String NO_TELEMETRY = " AND audience <> 1";
    private static final String FIRST = " ORDER BY sequence LIMIT ?";

    private EventRows() {}

    public static void add(Connection connection, List<LoggedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (var stream = RowStream.into(connection, ADD)) {
            for (var event : events) {
                add(stream, event);
            }
            stream.finish();
        }
    }

    public static List<LoggedEvent> list(Connection connection, long after, long to, Filter filter, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql(filter))) {
            bind(statement, after, to, filter, limit);
            try (var rows = statement.executeQuery()) {
                var events = new ArrayList<LoggedEvent>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    private static void add(RowStream stream, LoggedEvent event) throws SQLException {
        stream.row(10);
        stream.add(event.sequence());
        stream.add(event.id());
        stream.add(event.tick());
        stream.add(event.time());
        stream.add("events.type", event.type());
        stream.add("events.topic", event.topic());
        stream.addShort(code(event.audience()));
        stream.add(event.subject());
        stream.add(event.previousSequence());
        stream.add("events.data", event.data());
    }

    /// Only the conditions that the filter has, so that each combination has its own plan.
    private static String sql(Filter filter) {
        return LIST
                + (filter.topic().isPresent() ? OF_TOPIC : "")
                + (filter.type().isPresent() ? OF_TYPE : "")
                + (filter.subject().isPresent() ? OF_SUBJECT : "")
                + (filter.telemetry() ? "" : NO_TELEMETRY)
                + FIRST;
    }

    private static void bind(PreparedStatement statement, long after, long to, Filter filter, int limit)
            throws SQLException {
        int parameter = 1;
        statement.setLong(parameter++, after);
        statement.setLong(parameter++, to);
        if (filter.topic().isPresent()) {
            statement.setString(parameter++, filter.topic().get());
        }
        if (filter.type().isPresent()) {
            statement.setString(parameter++, filter.type().get());
        }
        if (filter.subject().isPresent()) {
            statement.setObject(parameter++, filter.subject().get());
        }
        statement.setInt(parameter, limit);
    }

    private static LoggedEvent event(ResultSet rows) throws SQLException {
        return new LoggedEvent(
                rows.getLong("sequence"),
                rows.getObject("id", UUID.class),
                rows.getLong("tick"),
                rows.getObject("time", OffsetDateTime.class).toInstant(),
                rows.getString("type"),
                rows.getString("topic"),
                audience(rows.getInt("audience")),
                rows.getObject("subject", UUID.class),
                rows.getLong("previous_sequence"),
                rows.getString("data"));
    }

    /// The codes name partitions, so they outlive the order of the constants.
    private static int code(Audience audience) {
        return switch (audience) {
            case PUBLIC -> 0;
            case TELEMETRY -> 1;
            case INTERNAL -> 2;
        };
    }

    private static Audience audience(int code) throws SQLException {
        return switch (code) {
            case 0 -> Audience.PUBLIC;
            case 1 -> Audience.TELEMETRY;
            case 2 -> Audience.INTERNAL;
            default -> throw new SQLException("events.audience must be 0, 1 or 2: " + code, "XX001");
        };
    }
}
