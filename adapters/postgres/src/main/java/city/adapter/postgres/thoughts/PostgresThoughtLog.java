package city.adapter.postgres.thoughts;

import city.adapter.postgres.link.Readers;
import city.agents.Thought;
import city.agents.spi.ModelUsage;
import city.agents.spi.ThoughtLog;
import city.world.ResidentId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Thoughts in `agents.thoughts`. Every failure is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresThoughtLog implements ThoughtLog {
    private static final String REPLACE = """
            INSERT INTO agents.thoughts (agent_id, question, tick, city_time, occasion, tier, input, prompt_hash,
                                         observation_hash, recalled, recalled_texts, recalled_scores, provider, model,
                                         reply, reason, action, calls, input_tokens, output_tokens, cost_micros,
                                         model_ms, outcome, detail, total_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (agent_id, tick, question) DO UPDATE
               SET city_time = excluded.city_time, occasion = excluded.occasion,
                   tier = excluded.tier, input = excluded.input, prompt_hash = excluded.prompt_hash,
                   observation_hash = excluded.observation_hash, recalled = excluded.recalled,
                   recalled_texts = excluded.recalled_texts, recalled_scores = excluded.recalled_scores,
                   provider = excluded.provider, model = excluded.model, reply = excluded.reply,
                   reason = excluded.reason, action = excluded.action, calls = excluded.calls,
                   input_tokens = excluded.input_tokens,
                   output_tokens = excluded.output_tokens, cost_micros = excluded.cost_micros,
                   model_ms = excluded.model_ms, outcome = excluded.outcome, detail = excluded.detail,
                   total_ms = excluded.total_ms, recorded_at = now()
            """;

    private static final String LIST = """
            SELECT agent_id, question, tick, city_time, occasion, tier, input, prompt_hash, observation_hash, recalled,
                   recalled_texts, recalled_scores, provider, model, reply, reason, action, calls, input_tokens,
                   output_tokens, cost_micros, model_ms, outcome, detail, total_ms
              FROM agents.thoughts
             WHERE agent_id = ?
               AND (tick, question) < (?, ?)
             ORDER BY tick DESC, question DESC
             LIMIT ?
            """;

    private static final String USED = """
            SELECT agent_id, provider, sum(calls), sum(input_tokens), sum(output_tokens), sum(cost_micros)
              FROM agents.thoughts
             WHERE recorded_at >= ?
               AND calls > 0
             GROUP BY agent_id, provider
            """;

    private static final String DROP = "DELETE FROM agents.thoughts WHERE tick < ? AND recorded_at < ?";

    private final Readers readers;

    public PostgresThoughtLog(Readers readers) {
        this.readers = readers;
    }

    @Override
    public void append(List<Thought> thoughts) {
        if (!thoughts.isEmpty()) {
            readers.call("keeping thoughts", connection -> append(connection, thoughts));
        }
    }

    @Override
    public List<Thought> of(ResidentId resident, Position before, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to %d: %d".formatted(MAX_PAGE, limit));
        }
        return readers.call("reading thoughts", connection -> {
            try (var statement = connection.prepareStatement(LIST)) {
                statement.setObject(1, resident.value());
                statement.setLong(2, before.tick());
                statement.setLong(3, before.question());
                statement.setInt(4, limit);
                try (var rows = statement.executeQuery()) {
                    var thoughts = new ArrayList<Thought>();
                    while (rows.next()) {
                        thoughts.add(ThoughtRow.read(rows));
                    }
                    return List.copyOf(thoughts);
                }
            }
        });
    }

    @Override
    public List<Usage> usedSince(Instant moment) {
        return readers.call("summing up thoughts", connection -> {
            try (var statement = connection.prepareStatement(USED)) {
                statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
                try (var rows = statement.executeQuery()) {
                    var usages = new ArrayList<Usage>();
                    while (rows.next()) {
                        usages.add(usage(rows));
                    }
                    return List.copyOf(usages);
                }
            }
        });
    }

    @Override
    public int dropBefore(long tick, Instant moment) {
        return readers.call("dropping old thoughts", connection -> {
            try (var statement = connection.prepareStatement(DROP)) {
                statement.setLong(1, tick);
                statement.setObject(2, moment.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    private static Usage usage(ResultSet row) throws SQLException {
        return new Usage(
                new ResidentId(row.getObject("agent_id", UUID.class)),
                row.getString("provider"),
                new ModelUsage(row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6)));
    }

    /// In one transaction and one round trip.
    private static int append(Connection connection, List<Thought> thoughts) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(REPLACE)) {
            for (var thought : thoughts) {
                ThoughtRow.write(thought, connection, statement);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            return thoughts.size();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
