package city.adapter.postgres.columns;

import city.world.kernel.state.Changes;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.spi.Commit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The columns of `agents.agents` that other modules know the truth of: where a resident is, what it has, how it is.
/// World, economy and agents hand over what they changed; one statement writes it, whatever changed.
public final class AgentColumns implements ReadColumns {
    /// A resident on the way has the location that it set off from; who is gone has none.
    private static final String REPLACE = """
            UPDATE agents.agents a
               SET location_id = CASE WHEN v.location IS NULL THEN a.location_id ELSE l.id END,
                   balance = coalesce(v.minor / 100.0, a.balance),
                   status = CASE v.status WHEN 0 THEN 'active' WHEN 1 THEN 'sleeping' WHEN 2 THEN 'paused'
                                          WHEN 3 THEN 'departed' ELSE a.status END,
                   created_at = coalesce(a.created_at, v.spawned),
                   updated_at = ?::timestamptz
              FROM unnest(?::integer[], ?::integer[], ?::bigint[], ?::integer[], ?::timestamptz[])
                   AS v(slot, location, minor, status, spawned)
                   LEFT JOIN world.locations l ON l.row = v.location
             WHERE a.row = v.slot
            """;

    private final Map<String, Reader> readers = Map.of(
            "world.presence", AgentColumns::readPresence,
            "economy.accounts", AgentColumns::readAccount,
            "agents.agents", AgentColumns::readStatus);

    /// Takes what one changed row says into the sheets by slot.
    private interface Reader {
        void read(Table table, int row, Map<Integer, Sheet> sheets);
    }

    private static final class Sheet {
        @Nullable
        Integer location;

        @Nullable
        Long minor;

        @Nullable
        Integer status;

        @Nullable
        Timestamp spawned;
    }

    @Override
    public void write(Connection connection, Commit commit) throws SQLException {
        var sheets = new TreeMap<Integer, Sheet>();
        for (var changes : commit.changes()) {
            var reader = readers.get(changes.table().name());
            if (reader != null) {
                read(changes, reader, sheets);
            }
        }
        readSpawns(commit, sheets);
        if (!sheets.isEmpty()) {
            replace(connection, sheets, Timestamp.from(commit.time()));
        }
    }

    /// A group may hold a spawn and the tick after it, so the commit's time is not the spawn's: its own event has it.
    private static void readSpawns(Commit commit, Map<Integer, Sheet> sheets) {
        var times = new HashMap<Long, Timestamp>();
        commit.events().forEach(it -> times.put(it.tick(), Timestamp.from(it.time())));
        for (var changes : commit.changes()) {
            if (changes.table().name().equals("agents.agents")) {
                for (int row : changes.inserted()) {
                    sheet(row, sheets).spawned =
                            times.get(longs(changes.table(), "spawned_at").get(row));
                }
            }
        }
    }

    private static void read(Changes changes, Reader reader, Map<Integer, Sheet> sheets) {
        for (int row : changes.inserted()) {
            reader.read(changes.table(), row, sheets);
        }
        for (int row : changes.updated()) {
            reader.read(changes.table(), row, sheets);
        }
    }

    private static void readPresence(Table table, int row, Map<Integer, Sheet> sheets) {
        int location = ints(table, "location").get(row);
        sheet(row, sheets).location =
                location >= 0 ? location : ints(table, "origin").get(row);
    }

    private static void readAccount(Table table, int row, Map<Integer, Sheet> sheets) {
        int slot = ints(table, "slot").get(row);
        if (slot >= 0) {
            sheet(slot, sheets).minor = longs(table, "balance").get(row);
        }
    }

    private static void readStatus(Table table, int row, Map<Integer, Sheet> sheets) {
        sheet(row, sheets).status = ints(table, "status_code").get(row);
    }

    private static Sheet sheet(int slot, Map<Integer, Sheet> sheets) {
        return sheets.computeIfAbsent(slot, it -> new Sheet());
    }

    /// Arrays of integers go as they are, others as text to be parsed.
    private static void replace(Connection connection, Map<Integer, Sheet> sheets, Timestamp now) throws SQLException {
        var values = sheets.values();
        var slots = sheets.keySet().toArray(Integer[]::new);
        var locations = values.stream().map(it -> it.location).toArray(Integer[]::new);
        var minors = values.stream().map(it -> it.minor).toArray(Long[]::new);
        var statuses = values.stream().map(it -> it.status).toArray(Integer[]::new);
        var spawns = values.stream().map(it -> it.spawned).toArray();
        try (var statement = connection.prepareStatement(REPLACE)) {
            statement.setTimestamp(1, now);
            statement.setArray(2, connection.createArrayOf("int4", slots));
            statement.setArray(3, connection.createArrayOf("int4", locations));
            statement.setArray(4, connection.createArrayOf("int8", minors));
            statement.setArray(5, connection.createArrayOf("int4", statuses));
            statement.setArray(6, connection.createArrayOf("timestamptz", spawns));
            statement.executeUpdate();
        }
    }

    private static IntColumn ints(Table table, String name) {
        return (IntColumn) column(table, name);
    }

    private static LongColumn longs(Table table, String name) {
        return (LongColumn) column(table, name);
    }

    private static Column column(Table table, String name) {
        return table.columns().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no column %s".formatted(table.name(), name)));
    }
}
