package city.adapter.postgres.memory;

import city.adapter.postgres.link.Readers;
import city.adapter.postgres.link.Readers.Work;
import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryStore;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Memories in `memory.memories`. Every failure is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresMemories implements MemoryStore {
    private static final String COUNT = """
            UPDATE memory.memories m
               SET accesses = least(2147483647, m.accesses::bigint + new.times)::integer,
                   accessed_tick = greatest(m.accessed_tick, new.tick)
              FROM unnest(?::uuid[], ?::bigint[], ?::integer[]) AS new (id, tick, times)
             WHERE m.id = new.id
            """;

    private static final String OF_RESIDENTS = """
            SELECT %s, vector
              FROM memory.memories
             WHERE agent_id = ANY (?)
             ORDER BY agent_id, id
            """.formatted(MemoryRows.COLUMNS);

    private static final String FIND = """
            SELECT %s
              FROM memory.memories
             WHERE id = ANY (?)
            """.formatted(MemoryRows.COLUMNS);

    private static final String LIST = """
            SELECT %s
              FROM memory.memories
             WHERE agent_id = ?
               AND (?::text IS NULL OR type = ?)
               AND (tick, id) < (?, ?)
             ORDER BY tick DESC, id DESC
             LIMIT ?
            """.formatted(MemoryRows.COLUMNS);

    private static final String COUNTS = """
            SELECT agent_id, count(*)
              FROM memory.memories
             WHERE agent_id = ANY (?)
             GROUP BY agent_id
            """;

    private static final String SIZE = """
            SELECT count(*)
              FROM memory.memories
            """;

    private static final String ALL = """
            SELECT %s, vector
              FROM memory.memories
             WHERE id > ?
             ORDER BY id
             LIMIT ?
            """.formatted(MemoryRows.COLUMNS);

    private static final String OF_OTHER_SPACES = """
            SELECT %s
              FROM memory.memories
             WHERE (space < ? OR space > ?)
             LIMIT ?
            """.formatted(MemoryRows.COLUMNS);

    /// Below every id that is given out, and above.
    private static final UUID LEAST = new UUID(0, 0);

    private static final UUID GREATEST = new UUID(-1, -1);

    private final Readers readers;
    private final MemoryRows rows;
    private final String space;

    /// @param clock for the city times that stand beside ticks
    /// @param space of the vectors that are given here
    public PostgresMemories(Readers readers, CityClock clock, String space) {
        this.readers = readers;
        this.rows = new MemoryRows(clock, space);
        this.space = space;
    }

    @Override
    public long cursor() {
        return inTransaction("reading the cursor of memory", MemoryCursor::take);
    }

    @Override
    public List<MemoryId> append(List<Remembered> memories, long from, long to) {
        return inTransaction("adding memories", connection -> {
            if (!MemoryCursor.move(connection, from, to)) {
                throw new Moved(from);
            }
            return memories.isEmpty() ? List.of() : rows.add(connection, memories);
        });
    }

    @Override
    public void apply(Revision revision) {
        inTransaction("revising memories", connection -> {
            MemoryRows.remove(connection, revision.gone());
            rows.put(connection, revision.kept());
            return true;
        });
    }

    @Override
    public void count(List<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        readers.call("counting recalls", connection -> {
            try (var statement = connection.prepareStatement(COUNT)) {
                statement.setArray(
                        1, array(connection, "uuid", accesses, it -> it.memory().value()));
                statement.setArray(2, array(connection, "bigint", accesses, Access::tick));
                statement.setArray(3, array(connection, "integer", accesses, Access::times));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Remembered> ofResidents(List<ResidentId> residents) {
        return read(
                "reading the memories of residents",
                OF_RESIDENTS,
                statement -> statement.setArray(1, ids(statement, residents)),
                MemoryRows::remembered);
    }

    @Override
    public List<Memory> find(List<MemoryId> memories) {
        return read(
                "reading memories",
                FIND,
                statement -> statement.setArray(
                        1, statement.getConnection().createArrayOf("uuid", MemoryRows.ids(memories))),
                MemoryRows::memory);
    }

    @Override
    public List<Memory> list(Listing listing) {
        return read(
                "reading the newest memories",
                LIST,
                statement -> {
                    var kind = listing.kind().map(MemoryRows::word).orElse(null);
                    statement.setObject(1, listing.resident().value());
                    statement.setString(2, kind);
                    statement.setString(3, kind);
                    statement.setLong(4, listing.before().map(it -> it.madeAt()).orElse(Long.MAX_VALUE));
                    statement.setObject(
                            5, listing.before().map(it -> it.memory().value()).orElse(GREATEST));
                    statement.setInt(6, listing.limit());
                },
                MemoryRows::memory);
    }

    @Override
    public Map<ResidentId, Integer> counts(List<ResidentId> residents) {
        var counts = new HashMap<ResidentId, Integer>();
        read(
                        "counting memories",
                        COUNTS,
                        statement -> statement.setArray(1, ids(statement, residents)),
                        row -> Map.entry(new ResidentId(row.getObject(1, UUID.class)), row.getInt(2)))
                .forEach(it -> counts.put(it.getKey(), it.getValue()));
        return counts;
    }

    @Override
    public long size() {
        return read("counting all memories", SIZE, _ -> {}, row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public List<Remembered> all(Optional<MemoryId> after, int limit) {
        return read(
                "reading all memories",
                ALL,
                statement -> {
                    statement.setObject(1, after.map(MemoryId::value).orElse(LEAST));
                    statement.setInt(2, limit);
                },
                MemoryRows::remembered);
    }

    @Override
    public List<Memory> ofOtherSpaces(int limit) {
        return read(
                "looking for memories of another space",
                OF_OTHER_SPACES,
                statement -> {
                    statement.setString(1, space);
                    statement.setString(2, space);
                    statement.setInt(3, limit);
                },
                MemoryRows::memory);
    }

    @Override
    public void reembed(List<Remembered> memories) {
        inTransaction("giving memories other vectors", connection -> {
            rows.reembed(connection, memories);
            return true;
        });
    }

    private <T> List<T> read(String name, String query, Binding binding, Reading<T> reading) {
        return readers.call(name, connection -> {
            try (var statement = connection.prepareStatement(query)) {
                binding.bind(statement);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<T>();
                    while (rows.next()) {
                        found.add(reading.of(rows));
                    }
                    return found;
                }
            }
        });
    }

    private <T> T inTransaction(String name, Work<T> work) {
        return readers.call(name, connection -> {
            connection.setAutoCommit(false);
            try {
                var done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failed) {
                rollBack(connection, failed);
                throw failed;
            }
        });
    }

    /// The pool gives the connection on as it was before, whatever becomes of this.
    private static void rollBack(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            failed.addSuppressed(lost);
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Access> accesses, Function<Access, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, accesses.stream().map(value).toArray());
    }

    private static java.sql.Array ids(PreparedStatement statement, List<ResidentId> residents) throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("uuid", residents.stream().map(ResidentId::value).toArray());
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
