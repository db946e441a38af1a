package city.adapter.postgres.fork;

import city.adapter.postgres.link.ReadFailed;
import city.adapter.postgres.link.Readers;
import city.adapter.postgres.schema.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Brings the past of one record into another, which holds the same tables and no city yet. Neither is written by
/// anybody else meanwhile. Two steps, and between them the second city's first commit, which writes all declared state
/// and what stands beside it.
///
/// Every failure of a database is a {@link ReadFailed}.
public final class RecordFork {
    /// Declared tables are written by the first commit; the others need a word each.
    private static final String OTHERS = """
            SELECT n.nspname || '.' || c.relname AS name
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = ANY (?)
               AND c.relkind IN ('r', 'p')
               AND NOT c.relispartition
               AND c.relname <> 'flyway_schema_history'
               AND NOT EXISTS (SELECT FROM world.declared d WHERE d.schema = n.nspname AND d.name = c.relname)
             ORDER BY name
            """;

    private static final String COLUMNS = """
            SELECT quote_ident(attname) AS name
              FROM pg_attribute
             WHERE attrelid = ?::regclass
               AND attnum > 0
               AND NOT attisdropped
             ORDER BY attnum
            """;

    private final Readers from;
    private final Readers to;
    private final Cut cut;

    public RecordFork(Readers from, Readers to, Cut cut) {
        this.from = from;
        this.to = to;
        this.cut = cut;
    }

    /// Before the first commit: journal, events, keyframes, and what people read of the past.
    ///
    /// @return rows
    /// @throws IllegalStateException when there is a table of which nobody said what a second city gets of it
    public long copyPast() {
        return both("copying the past", (here, there) -> {
            long rows = 0;
            var tables = ForkedTable.all(cut);
            requireKnown(here, tables);
            for (var table : tables) {
                rows += copy(table, here, there);
            }
            return rows;
        });
    }

    /// After the first commit: the times that stand beside the state for people.
    public void settleTimes() {
        var _ = both("settling the times that people read", (here, there) -> {
            ReadTimes.AGENTS.settle(here, there, cut);
            ReadTimes.TIES.settle(here, there, cut);
            return true;
        });
    }

    private <T> T both(String name, Work<T> work) {
        return from.call(name, here -> to.call(name, there -> work.on(here, there)));
    }

    private static void requireKnown(Connection connection, List<ForkedTable> tables) throws SQLException {
        try (var statement = connection.prepareStatement(OTHERS)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.SCHEMAS.toArray()));
            var unknown = names(statement);
            tables.forEach(it -> unknown.remove(it.name()));
            unknown.removeAll(ForkedTable.LEFT_OUT);
            if (!unknown.isEmpty()) {
                throw new IllegalStateException("nothing says what a fork gets of " + String.join(", ", unknown));
            }
        }
    }

    private static long copy(ForkedTable table, Connection from, Connection to) throws SQLException {
        var columns = columns(to, table.name());
        var values = columns.stream()
                .map(it -> table.other().getOrDefault(it, "t." + it))
                .toList();
        var query = "SELECT %s FROM %s t WHERE %s".formatted(String.join(", ", values), table.source(), table.rows());
        return Pipe.copy(from, query, to, "%s (%s)".formatted(table.name(), String.join(", ", columns)));
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            return names(statement);
        }
    }

    private static List<String> names(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString("name"));
            }
            return names;
        }
    }

    private interface Work<T> {
        T on(Connection from, Connection to) throws SQLException;
    }
}
