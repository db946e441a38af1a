package city.adapter.postgres.memory;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/// The rows of `memory.memories`, many at a time.
final class MemoryRows {
    static final String COLUMNS = """
            id, agent_id, type, content, importance, tick, accessed_tick, accesses, pinned, evidence""";

    private static final String INSERT = """
            INSERT INTO memory.memories (id, agent_id, type, content, importance, tick, made_at, accessed_tick,
                                         accesses, pinned, evidence, vector, space)
            SELECT id, agent_id, type, content, importance, tick, made_at, accessed_tick, accesses, pinned,
                   evidence::bigint[], vector, ?
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::integer[], ?::bigint[], ?::timestamptz[],
                          ?::bigint[], ?::integer[], ?::boolean[], ?::text[], ?::bytea[])
                   AS new (id, agent_id, type, content, importance, tick, made_at, accessed_tick, accesses, pinned,
                           evidence, vector)
            """;

    private static final String ADD = INSERT + """
                ON CONFLICT (id) DO NOTHING
            RETURNING id
            """;

    private static final String PUT = INSERT + """
                ON CONFLICT (id) DO UPDATE SET
                   type = excluded.type,
                   content = excluded.content,
                   importance = excluded.importance,
                   tick = excluded.tick,
                   made_at = excluded.made_at,
                   accessed_tick = excluded.accessed_tick,
                   accesses = excluded.accesses,
                   pinned = excluded.pinned,
                   evidence = excluded.evidence,
                   vector = excluded.vector,
                   space = excluded.space
            """;

    private static final String REMOVE = """
            DELETE FROM memory.memories
             WHERE id = ANY (?)
            """;

    private static final String REEMBED = """
            UPDATE memory.memories m
               SET vector = new.vector, space = ?
              FROM unnest(?::uuid[], ?::bytea[]) AS new (id, vector)
             WHERE m.id = new.id
            """;

    private final CityClock clock;
    private final String space;

    MemoryRows(CityClock clock, String space) {
        this.clock = clock;
        this.space = space;
    }

    /// @return those that were not there
    List<MemoryId> add(Connection connection, List<Remembered> memories) throws SQLException {
        var added = new ArrayList<MemoryId>();
        try (var statement = connection.prepareStatement(ADD)) {
            bind(connection, statement, memories);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    added.add(new MemoryId(rows.getObject(1, UUID.class)));
                }
            }
        }
        return added;
    }

    void put(Connection connection, List<Remembered> memories) throws SQLException {
        try (var statement = connection.prepareStatement(PUT)) {
            bind(connection, statement, memories);
            statement.executeUpdate();
        }
    }

    void reembed(Connection connection, List<Remembered> memories) throws SQLException {
        try (var statement = connection.prepareStatement(REEMBED)) {
            statement.setString(1, space);
            var columns = new Columns(connection, statement, memories);
            columns.bind(2, "uuid", it -> it.memory().id().value());
            columns.bindVectors(3);
            statement.executeUpdate();
        }
    }

    static void remove(Connection connection, List<MemoryId> memories) throws SQLException {
        try (var statement = connection.prepareStatement(REMOVE)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids(memories)));
            statement.executeUpdate();
        }
    }

    static Object[] ids(List<MemoryId> memories) {
        return memories.stream().map(MemoryId::value).toArray();
    }

    static Memory memory(ResultSet row) throws SQLException {
        var evidence = (Long[]) row.getArray("evidence").getArray();
        return new Memory(
                new MemoryId(row.getObject("id", UUID.class)),
                new ResidentId(row.getObject("agent_id", UUID.class)),
                Kind.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                row.getString("content"),
                row.getInt("importance"),
                row.getLong("tick"),
                row.getLong("accessed_tick"),
                row.getInt("accesses"),
                row.getBoolean("pinned"),
                Arrays.asList(evidence));
    }

    static Remembered remembered(ResultSet row) throws SQLException {
        return new Remembered(memory(row), new Embedding(row.getBytes("vector")));
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void bind(Connection connection, PreparedStatement statement, List<Remembered> memories)
            throws SQLException {
        statement.setString(1, space);
        var columns = new Columns(connection, statement, memories);
        columns.bind(2, "uuid", it -> it.memory().id().value());
        columns.bind(3, "uuid", it -> it.memory().resident().value());
        columns.bind(4, "text", it -> word(it.memory().kind()));
        columns.bind(5, "text", it -> it.memory().text());
        columns.bind(6, "integer", it -> it.memory().importance());
        columns.bind(7, "bigint", it -> it.memory().madeAt());
        columns.bind(8, "timestamptz", it -> clock.at(it.memory().madeAt()).toString());
        columns.bind(9, "bigint", it -> it.memory().lastAccessedAt());
        columns.bind(10, "integer", it -> it.memory().accesses());
        columns.bind(11, "boolean", it -> it.memory().pinned());
        columns.bind(12, "text", it -> evidence(it.memory()));
        columns.bindVectors(13);
    }

    /// As PostgreSQL writes an array, for arrays of different lengths make no matrix.
    private static String evidence(Memory memory) {
        return memory.evidence().toString().replace('[', '{').replace(']', '}');
    }

    private record Columns(Connection connection, PreparedStatement statement, List<Remembered> memories) {
        /// The driver takes bytes only in an array of their own type.
        void bindVectors(int index) throws SQLException {
            var vectors = memories.stream().map(it -> it.embedding().values()).toArray(byte[][]::new);
            statement.setArray(index, connection.createArrayOf("bytea", vectors));
        }

        void bind(int index, String type, Function<Remembered, Object> value) throws SQLException {
            statement.setArray(
                    index,
                    connection.createArrayOf(type, memories.stream().map(value).toArray()));
        }
    }
}
