package city.adapter.postgres.table;

import city.world.kernel.state.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares the declared tables with those of the database.
public final class TableCheck {
    private static final String COLUMNS = """
            SELECT namespace.nspname || '.' || class.relname, attribute.attname,
                   format_type(attribute.atttypid, attribute.atttypmod), attribute.attnotnull,
                   attribute.atthasdef OR attribute.attidentity <> '',
                   EXISTS (SELECT FROM pg_index
                            WHERE pg_index.indrelid = class.oid
                              AND pg_index.indisprimary
                              AND pg_index.indkey::text = attribute.attnum::text)
              FROM pg_class class
              JOIN pg_namespace namespace ON namespace.oid = class.relnamespace
              JOIN pg_attribute attribute ON attribute.attrelid = class.oid
             WHERE class.relkind IN ('r', 'p')
               AND namespace.nspname || '.' || class.relname = ANY (?)
               AND attribute.attnum > 0
               AND NOT attribute.attisdropped
            """;

    private TableCheck() {}

    /// One line for each thing that is missing or other than declared; empty when all fits.
    public static List<String> faults(Connection connection, List<Table> tables) throws SQLException {
        var stored = read(connection, tables);
        var faults = new ArrayList<String>();
        for (var table : tables) {
            var columns = stored.get(table.name());
            if (columns == null) {
                faults.add("%s: table is missing".formatted(table.name()));
            } else {
                compare(table, columns, faults);
            }
        }
        return faults;
    }

    private static void compare(Table table, Map<String, Stored> columns, List<String> faults) {
        var left = new TreeMap<>(columns);
        var row = left.remove("row");
        compare(table.name() + ".row", "integer", row == null ? List.of() : List.of(row), faults);
        if (row != null && !row.key()) {
            faults.add("%s.row: must be the primary key".formatted(table.name()));
        }
        for (var column : table.columns()) {
            var found = left.remove(column.name());
            compare(column.toString(), ColumnType.sqlName(column), found == null ? List.of() : List.of(found), faults);
        }
        left.forEach((name, column) -> {
            if (column.notNull() && !column.filled()) {
                faults.add("%s.%s: is not declared, so it must have a default".formatted(table.name(), name));
            }
        });
    }

    private static void compare(String name, String type, List<Stored> found, List<String> faults) {
        if (found.isEmpty()) {
            faults.add("%s: column is missing, must be %s".formatted(name, type));
            return;
        }
        var stored = found.getFirst();
        if (!stored.type().equals(type) && !isBoundedText(stored.type(), type)) {
            faults.add("%s: must be %s, is %s".formatted(name, type, stored.type()));
        }
        if (!stored.notNull()) {
            faults.add("%s: must be NOT NULL".formatted(name));
        }
    }

    /// The brief bounds some texts in SQL; whoever sets them checks the same bound before.
    private static boolean isBoundedText(String stored, String declared) {
        return declared.equals("text") && stored.startsWith("character varying(");
    }

    private static Map<String, Map<String, Stored>> read(Connection connection, List<Table> tables)
            throws SQLException {
        var found = new HashMap<String, Map<String, Stored>>();
        var names = tables.stream().map(Table::name).toArray();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var column =
                            new Stored(rows.getString(3), rows.getBoolean(4), rows.getBoolean(5), rows.getBoolean(6));
                    found.computeIfAbsent(rows.getString(1), _ -> new HashMap<>())
                            .put(rows.getString(2), column);
                }
            }
        }
        return found;
    }

    /// A column as the database has it.
    ///
    /// @param filled it has a default
    /// @param key    it alone is the primary key
    private record Stored(String type, boolean notNull, boolean filled, boolean key) {}
}
