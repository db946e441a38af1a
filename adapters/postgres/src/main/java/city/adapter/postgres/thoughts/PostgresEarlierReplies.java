package city.adapter.postgres.thoughts;

import city.adapter.postgres.link.Readers;
import city.agents.AgentsCommand.MindReplied;
import city.agents.spi.EarlierReplies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Replies in `agents.earlier_replies`. Every failure is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresEarlierReplies implements EarlierReplies {
    private static final String REPLIED = "agents.mind-replied.v1";

    private static final String TO_QUESTIONS_OF = """
            SELECT *
              FROM agents.earlier_replies
             WHERE tick = ?
             ORDER BY ordinal
            """;

    private static final String TO_OPEN_QUESTIONS = """
            SELECT *
              FROM agents.earlier_replies
             WHERE given_tick >= ?
               AND tick <= ?
             ORDER BY ordinal
            """;

    private static final String LAST = "SELECT max(given_tick) FROM agents.earlier_replies";

    private final Readers readers;
    private final OptionalLong lastTick;
    private final Function<String, MindReplied> command;

    private PostgresEarlierReplies(Readers readers, OptionalLong lastTick, Function<String, MindReplied> command) {
        this.readers = readers;
        this.lastTick = lastTick;
        this.command = command;
    }

    /// @param command reads what the journal has
    public static EarlierReplies open(Readers readers, Function<String, MindReplied> command) {
        var lastTick = readers.call("looking for earlier replies", PostgresEarlierReplies::last);
        return lastTick.isPresent() ? new PostgresEarlierReplies(readers, lastTick, command) : NONE;
    }

    @Override
    public OptionalLong lastTick() {
        return lastTick;
    }

    @Override
    public List<EarlierReply> toQuestionsOf(long tick) {
        return list(TO_QUESTIONS_OF, tick);
    }

    @Override
    public List<EarlierReply> toOpenQuestions(long tick) {
        return list(TO_OPEN_QUESTIONS, tick, tick);
    }

    private List<EarlierReply> list(String query, long... ticks) {
        return readers.insist("reading earlier replies", connection -> {
            try (var statement = connection.prepareStatement(query)) {
                for (int i = 0; i < ticks.length; i++) {
                    statement.setLong(i + 1, ticks[i]);
                }
                return read(statement);
            }
        });
    }

    private List<EarlierReply> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var replies = new ArrayList<EarlierReply>();
            while (rows.next()) {
                replies.add(read(rows));
            }
            return replies;
        }
    }

    private EarlierReply read(ResultSet row) throws SQLException {
        Optional<MindReplied> reply = row.getString("type").equals(REPLIED)
                ? Optional.of(command.apply(row.getString("payload")))
                : Optional.empty();
        return new EarlierReply(
                ThoughtRow.read(row),
                reply,
                row.getLong("given_tick"),
                row.getLong("ordinal"),
                row.getBoolean("shared"));
    }

    private static OptionalLong last(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LAST);
                var rows = statement.executeQuery()) {
            rows.next();
            long last = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
        }
    }
}
