package city.adapter.postgres.record;

import city.world.spi.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rows of `world.answers`. They live 24 hours of wall time: older ones are not found, and are purged some
/// time later.
final class AnswerRows {
    /// A key whose answer has lived its time may be used again before the purge came by.
    private static final String ADD = """
            INSERT INTO world.answers (actor, key, digest, ordinal, tick, sequence, type, payload, recorded_at)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                                 ?::text[], ?::text[], ?::timestamptz[])
            ON CONFLICT (actor, key) DO UPDATE
               SET digest = excluded.digest, ordinal = excluded.ordinal, tick = excluded.tick,
                   sequence = excluded.sequence, type = excluded.type, payload = excluded.payload,
                   recorded_at = excluded.recorded_at
            """;

    private static final String LIST = """
            SELECT actor, key, digest, ordinal, tick, sequence, type, payload, recorded_at
              FROM (SELECT *
                      FROM world.answers
                     WHERE recorded_at >= ?
                     ORDER BY recorded_at DESC, ordinal DESC
                     LIMIT ?) newest
             ORDER BY recorded_at, ordinal
            """;

    private static final String FIND = """
            SELECT actor, key, digest, ordinal, tick, sequence, type, payload, recorded_at
              FROM world.answers
             WHERE actor = ?
               AND key = ?
               AND recorded_at > now() - interval '24 hours'
            """;

    private static final String PURGE = """
            DELETE FROM world.answers
             WHERE (actor, key) IN (SELECT actor, key
                                      FROM world.answers
                                     WHERE recorded_at < now() - interval '24 hours'
                                     ORDER BY recorded_at
                                     LIMIT ?)
            """;

    private AnswerRows() {}

    static void add(Connection connection, List<Answer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(ADD)) {
            bind(statement, 1, "text", answers, Answer::actor);
            bind(statement, 2, "text", answers, Answer::key);
            bind(statement, 3, "text", answers, Answer::digest);
            bind(statement, 4, "int8", answers, Answer::ordinal);
            bind(statement, 5, "int8", answers, Answer::tick);
            bind(statement, 6, "int8", answers, Answer::sequence);
            bind(statement, 7, "text", answers, Answer::type);
            bind(statement, 8, "text", answers, Answer::payload);
            bind(
                    statement,
                    9,
                    "timestamptz",
                    answers,
                    answer -> answer.recordedAt().toString());
            statement.executeUpdate();
        }
    }

    static List<Answer> list(Connection connection, Instant since, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    static Optional<Answer> find(Connection connection, String actor, String key) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, actor);
            statement.setString(2, key);
            return read(statement).stream().findFirst();
        }
    }

    /// @return rows that went; fewer than the limit when none is left
    static int purge(Connection connection, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(PURGE)) {
            statement.setInt(1, limit);
            return statement.executeUpdate();
        }
    }

    private static void bind(
            PreparedStatement statement,
            int parameter,
            String type,
            List<Answer> answers,
            Function<Answer, Object> part)
            throws SQLException {
        var values = answers.stream().map(part).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }

    private static List<Answer> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var answers = new ArrayList<Answer>();
            while (rows.next()) {
                answers.add(answer(rows));
            }
            return answers;
        }
    }

    private static Answer answer(ResultSet rows) throws SQLException {
        return new Answer(
                rows.getString("actor"),
                rows.getString("key"),
                rows.getString("digest"),
                rows.getLong("ordinal"),
                rows.getLong("tick"),
                rows.getLong("sequence"),
                rows.getString("type"),
                rows.getString("payload"),
                rows.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
