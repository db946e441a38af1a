package city.adapter.postgres.table;

import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;

/// How each type of column goes to the database and comes back.
final class ColumnType {
    private ColumnType() {}

    /// The SQL type as `format_type` prints it.
    static String sqlName(Column column) {
        return switch (column) {
            case LongColumn _ -> "bigint";
            case IntColumn _ -> "integer";
            case TextColumn _ -> "text";
            case UuidColumn _ -> "uuid";
            case BytesColumn _ -> "bytea";
        };
    }

    /// The column's values of the given rows as one SQL array.
    static Array array(Connection connection, Column column, int[] rows) throws SQLException {
        var elements = connection.unwrap(PGConnection.class);
        return switch (column) {
            case LongColumn longs -> elements.createArrayOf("int8", valuesOf(longs, rows));
            case IntColumn ints -> elements.createArrayOf("int4", valuesOf(ints, rows));
            case TextColumn texts -> elements.createArrayOf("text", valuesOf(texts, rows));
            case UuidColumn uuids -> elements.createArrayOf("uuid", valuesOf(uuids, rows));
            case BytesColumn bytes -> elements.createArrayOf("bytea", valuesOf(bytes, rows));
        };
    }

    static void write(Column column, int row, RowStream stream) throws SQLException {
        switch (column) {
            case LongColumn longs -> stream.add(longs.get(row));
            case IntColumn ints -> stream.add(ints.get(row));
            case TextColumn texts -> stream.add(texts, texts.get(row));
            case UuidColumn uuids -> stream.add(uuids.get(row));
            case BytesColumn bytes -> stream.add(bytes.get(row));
        }
    }

    /// Reads the next field into the row.
    static void read(Column column, int row, RowReader fields) throws SQLException {
        switch (column) {
            case LongColumn longs -> longs.set(row, fields.getLong());
            case IntColumn ints -> ints.set(row, fields.getInt());
            case TextColumn texts -> texts.set(row, fields.getText());
            case UuidColumn uuids -> uuids.set(row, fields.getUuid());
            case BytesColumn bytes -> bytes.set(row, fields.getBytes());
        }
    }

    private static long[] valuesOf(LongColumn column, int[] rows) {
        var values = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.get(rows[i]);
        }
        return values;
    }

    private static int[] valuesOf(IntColumn column, int[] rows) {
        var values = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.get(rows[i]);
        }
        return values;
    }

    private static String[] valuesOf(TextColumn column, int[] rows) throws SQLException {
        var values = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = Texts.storable(column, column.get(rows[i]));
        }
        return values;
    }

    private static UUID[] valuesOf(UuidColumn column, int[] rows) {
        var values = new UUID[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.get(rows[i]);
        }
        return values;
    }

    private static byte[][] valuesOf(BytesColumn column, int[] rows) {
        var values = new byte[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.get(rows[i]);
        }
        return values;
    }
}
