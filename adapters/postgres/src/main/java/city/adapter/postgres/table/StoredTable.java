package city.adapter.postgres.table;

import static java.util.stream.Collectors.joining;

import city.world.kernel.state.Changes;
import city.world.kernel.state.Column;
import city.world.kernel.state.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.PGConnection;

/// A declared table as it stands in the record: a column `row` for the row's number, and one for each declared
/// column. A commit sends at most one insert, one update and one delete, however many rows changed, and of updated
/// rows only the columns that were written. SQL is made once, for updates once for each set of columns.
///
/// Reads the table's values, so it belongs to the city thread.
public final class StoredTable {
    /// From so many new rows on, COPY is cheaper than arrays, although it takes a round trip more.
    private static final int COPY_FROM_ROWS = 100;

    private final Table table;
    private final List<Column> columns;
    private final String copyIn;
    private final String copyOut;
    private final String insert;
    private final Map<List<Column>, String> updates = new HashMap<>();
    private final String delete;

    public StoredTable(Table table) {
        this.table = table;
        this.columns = table.columns();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("%s must declare a column".formatted(table.name()));
        }
        var name = nameOf(table);
        var names = each(columns, StoredTable::quoted);
        var arrays = arrays(columns);
        this.copyIn = """
                COPY %s ("row", %s) FROM STDIN (FORMAT binary)
                """.formatted(name, names);
        this.copyOut = """
                COPY %s ("row", %s) TO STDOUT (FORMAT binary)
                """.formatted(name, names);
        this.insert = """
                INSERT INTO %s ("row", %s)
                SELECT * FROM unnest(?::integer[], %s)
                """.formatted(name, names, arrays);
        this.delete = """
                DELETE FROM %s
                 WHERE "row" = ANY (?::integer[])
                """.formatted(name);
    }

    /// Writes the rows that differ from the record, inside the caller's transaction.
    ///
    /// @throws SQLException also when the record has not the rows that it should have
    public void write(Connection connection, Changes changes) throws SQLException {
        if (changes.deleted().length > 0) {
            execute(connection, delete, "deleted", changes.deleted(), List.of());
        }
        if (changes.updated().length > 0) {
            var sql = updates.computeIfAbsent(changes.written(), this::update);
            execute(connection, sql, "updated", changes.updated(), changes.written());
        }
        if (changes.inserted().length >= COPY_FROM_ROWS) {
            copy(connection, changes.inserted());
        } else if (changes.inserted().length > 0) {
            execute(connection, insert, "inserted", changes.inserted(), columns);
        }
    }

    /// Fills the empty table with all rows of the record, and leaves nothing to be written: what {@link
    /// Table#drain} still does is to sum up the hashes.
    public void load(Connection connection) throws SQLException {
        try (var rows = RowReader.from(connection, copyOut)) {
            while (rows.next()) {
                int row = rows.getInt();
                table.add(row);
                for (var column : columns) {
                    ColumnType.read(column, row, rows);
                }
            }
        }
        table.stored();
    }

    private void execute(Connection connection, String sql, String verb, int[] rows, List<Column> values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            var numbers = connection.unwrap(PGConnection.class).createArrayOf("int4", rows);
            statement.setArray(parameter++, numbers);
            for (var column : values) {
                statement.setArray(parameter++, ColumnType.array(connection, column, rows));
            }
            expect(verb, rows.length, statement.executeUpdate());
        }
    }

    private void copy(Connection connection, int[] rows) throws SQLException {
        try (var stream = RowStream.into(connection, copyIn)) {
            for (int row : rows) {
                stream.row(1 + columns.size());
                stream.add(row);
                for (var column : columns) {
                    ColumnType.write(column, row, stream);
                }
            }
            expect("inserted", rows.length, stream.finish());
        }
    }

    private void expect(String verb, int wanted, long done) throws SQLException {
        if (done != wanted) {
            throw new SQLException(
                    "%s: %s %d of %d rows, so the record is not what the city last wrote"
                            .formatted(table.name(), verb, done, wanted),
                    "XX001");
        }
    }

    private String update(List<Column> written) {
        return """
                UPDATE %s stored
                   SET %s
                  FROM unnest(?::integer[], %s) AS changed ("row", %s)
                 WHERE stored."row" = changed."row"
                """.formatted(
                        nameOf(table),
                        each(written, column -> "%1$s = changed.%1$s".formatted(quoted(column))),
                        arrays(written),
                        each(written, StoredTable::quoted));
    }

    private static String arrays(List<Column> columns) {
        return each(columns, column -> "?::%s[]".formatted(ColumnType.sqlName(column)));
    }

    private static String each(List<Column> columns, Function<Column, String> part) {
        return columns.stream().map(part).collect(joining(", "));
    }

    private static String nameOf(Table table) {
        var schema = table.schema();
        return "\"%s\".\"%s\"".formatted(schema, table.name().substring(schema.length() + 1));
    }

    private static String quoted(Column column) {
        return "\"%s\"".formatted(column.name());
    }
}
