package city.world.kernel.state;

import java.util.UUID;

/// The rows of a table as they were after one commit. Immutable, safe to read from any thread, kept as long as anybody
/// holds it. It shares the columns' chunks, with them and with the views before and after, as far as they did not
/// change.
public final class TableView {
    private final String table;
    private final Object[][] columns;
    private final long[] live;
    private final int rows;

    /// @param columns by ordinal, each as its chunks
    /// @param live    a bit a row
    TableView(String table, Object[][] columns, long[] live, int rows) {
        this.table = table;
        this.columns = columns;
        this.live = live;
        this.rows = rows;
    }

    static TableView empty(Table table) {
        return new TableView(table.name(), new Object[0][], new long[0], 0);
    }

    /// One more than the highest row that exists.
    public int rows() {
        return rows;
    }

    public boolean exists(int row) {
        return row >= 0 && row < rows && (live[row >> 6] & 1L << row) != 0;
    }

    public long get(LongColumn column, int row) {
        return Integers.get(chunk(column, row), row);
    }

    public int get(IntColumn column, int row) {
        return (int) Integers.get(chunk(column, row), row);
    }

    public String get(TextColumn column, int row) {
        return TextColumn.get(chunk(column, row), row);
    }

    /// The stored array itself; callers must not write to it.
    public byte[] get(BytesColumn column, int row) {
        return BytesColumn.get(chunk(column, row), row);
    }

    public UUID get(UuidColumn column, int row) {
        return UuidColumn.get(chunk(column, row), row);
    }

    boolean isAt(UuidColumn column, int row, UUID value) {
        return UuidColumn.isAt(chunk(column, row), row, value);
    }

    void hash(Column column, int row, RowHash hash) {
        column.hash(chunk(column, row), row, hash);
    }

    long[] live() {
        return live;
    }

    private Object chunk(Column column, int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("%s has %d rows: %d".formatted(table, rows, row));
        }
        return columns[column.ordinal()][row >> Column.SHIFT];
    }
}
