package city.adapter.postgres.thoughts;

import city.adapter.postgres.link.Readers;
import city.agents.AgentsCommand.MindReplied;
import city.agents.Thought.Answered;
import city.agents.spi.EarlierReplies;
import city.world.ResidentId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Replies in `agents.earlier_replies`. Every failure is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresEarlierReplies implements EarlierReplies {
    private static final String FIND = """
            SELECT payload, model, reply, reason, action
              FROM agents.earlier_replies
             WHERE agent_id = ?
               AND observation_hash = ?
            """;

    private static final String ORDER = "SELECT agent_id FROM agents.earlier_replies WHERE tick = ? ORDER BY ordinal";

    private static final String ANY = "SELECT EXISTS (SELECT FROM agents.earlier_replies)";

    private final Readers readers;
    private final Function<String, MindReplied> command;

    private PostgresEarlierReplies(Readers readers, Function<String, MindReplied> command) {
        this.readers = readers;
        this.command = command;
    }

    /// Asks nothing of the database for a city that is no fork.
    ///
    /// @param command reads what the journal has
    public static EarlierReplies open(Readers readers, Function<String, MindReplied> command) {
        boolean any = readers.call("looking for earlier replies", PostgresEarlierReplies::hasAny);
        return any ? new PostgresEarlierReplies(readers, command) : NONE;
    }

    @Override
    public Optional<EarlierReply> find(ResidentId resident, String observation) {
        return readers.call("reading an earlier reply", connection -> {
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setObject(1, resident.value());
                statement.setString(2, observation);
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    var answered = new Answered(
                            "",
                            rows.getString("model"),
                            rows.getString("reply"),
                            rows.getString("reason"),
                            rows.getString("action"),
                            0,
                            0,
                            0,
                            0,
                            0);
                    return Optional.of(new EarlierReply(
                            command.apply(rows.getString("payload")).action(), answered));
                }
            }
        });
    }

    @Override
    public List<ResidentId> order(long tick) {
        return readers.call("reading the order of earlier replies", connection -> {
            try (var statement = connection.prepareStatement(ORDER)) {
                statement.setLong(1, tick);
                var order = new ArrayList<ResidentId>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        order.add(new ResidentId(rows.getObject("agent_id", UUID.class)));
                    }
                }
                return order;
            }
        });
    }

    private static boolean hasAny(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ANY);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
