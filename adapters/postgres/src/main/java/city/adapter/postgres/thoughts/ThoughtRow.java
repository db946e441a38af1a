package city.adapter.postgres.thoughts;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Recalled;
import city.agents.Thought.Tier;
import city.memory.MemoryId;
import city.world.ResidentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A thought as a row. What models write may hold NUL, which no text of the record can: it becomes a space.
final class ThoughtRow {
    private static final int SCORES = 3;

    private ThoughtRow() {}

    /// In the order of the statement's columns.
    static void write(Thought thought, Connection connection, PreparedStatement row) throws SQLException {
        var asked = thought.asked();
        var answered = thought.answered();
        int column = 0;
        row.setObject(++column, thought.resident().value());
        row.setLong(++column, thought.question());
        row.setLong(++column, thought.tick());
        row.setObject(++column, thought.time().atOffset(ZoneOffset.UTC));
        row.setString(++column, thought.occasion().name());
        row.setString(++column, thought.tier().name());
        row.setString(++column, text(asked.input()));
        row.setString(++column, asked.promptHash());
        row.setString(++column, asked.observationHash());
        row.setArray(++column, connection.createArrayOf("uuid", ids(asked.recalled())));
        row.setArray(++column, connection.createArrayOf("text", texts(asked.recalled())));
        row.setArray(++column, connection.createArrayOf("float8", scores(asked.recalled())));
        row.setString(++column, text(answered.provider()));
        row.setString(++column, text(answered.model()));
        row.setString(++column, text(answered.reply()));
        row.setString(++column, text(answered.reason()));
        row.setString(++column, answered.action());
        row.setInt(++column, answered.calls());
        row.setLong(++column, answered.inputTokens());
        row.setLong(++column, answered.outputTokens());
        row.setLong(++column, answered.costMicros());
        row.setInt(++column, answered.millis());
        row.setString(++column, thought.outcome().name());
        row.setString(++column, text(thought.detail()));
        row.setInt(++column, thought.millis());
    }

    static Thought read(ResultSet row) throws SQLException {
        return new Thought(
                new ResidentId(row.getObject("agent_id", UUID.class)),
                row.getLong("question"),
                row.getLong("tick"),
                row.getObject("city_time", OffsetDateTime.class).toInstant(),
                Occasion.valueOf(row.getString("occasion")),
                Tier.valueOf(row.getString("tier")),
                new Asked(
                        row.getString("input"),
                        row.getString("prompt_hash"),
                        row.getString("observation_hash"),
                        recalled(row)),
                new Answered(
                        row.getString("provider"),
                        row.getString("model"),
                        row.getString("reply"),
                        row.getString("reason"),
                        row.getString("action"),
                        row.getInt("calls"),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens"),
                        row.getLong("cost_micros"),
                        row.getInt("model_ms")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                row.getInt("total_ms"));
    }

    private static List<Recalled> recalled(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("recalled").getArray();
        var texts = (String[]) row.getArray("recalled_texts").getArray();
        var scores = (Double[]) row.getArray("recalled_scores").getArray();
        var recalled = new ArrayList<Recalled>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            int score = SCORES * i;
            recalled.add(
                    new Recalled(new MemoryId(ids[i]), texts[i], scores[score], scores[score + 1], scores[score + 2]));
        }
        return recalled;
    }

    private static Object[] ids(List<Recalled> recalled) {
        return recalled.stream().map(it -> it.memory().value()).toArray();
    }

    private static Object[] texts(List<Recalled> recalled) {
        return recalled.stream().map(it -> text(it.text())).toArray();
    }

    private static Object[] scores(List<Recalled> recalled) {
        var scores = new Object[SCORES * recalled.size()];
        int next = 0;
        for (var memory : recalled) {
            scores[next++] = memory.recency();
            scores[next++] = memory.importance();
            scores[next++] = memory.relevance();
        }
        return scores;
    }

    private static String text(String words) {
        return words.replace('\0', ' ');
    }
}
