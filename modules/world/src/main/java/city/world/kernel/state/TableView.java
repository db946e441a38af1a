package city.world.kernel.state;

import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;

/// The rows of a table as they were after one commit. Immutable, safe to read from any thread, kept as long as anybody
/// holds it. Columns are cut into chunks of {@value #CHUNK} rows; successive views share the chunks that did not
/// change.
public final class TableView {
    static final int CHUNK = 256;

    private final String table;
    private final Object[][] columns;
    private final long[][] live;
    private final int rows;

    private TableView(String table, Object[][] columns, long[][] live, int rows) {
        this.table = table;
        this.columns = columns;
        this.live = live;
        this.rows = rows;
    }

    static TableView empty(Table table) {
        return new TableView(table.name(), new Object[0][], new long[0][], 0);
    }

    /// One more than the highest row that exists.
    public int rows() {
        return rows;
    }

    public boolean exists(int row) {
        return row >= 0 && row < rows && (live[row / CHUNK][(row % CHUNK) >> 6] & 1L << row) != 0;
    }

    public long get(LongColumn column, int row) {
        return ((long[]) chunk(column, row))[row % CHUNK];
    }

    public int get(IntColumn column, int row) {
        return ((int[]) chunk(column, row))[row % CHUNK];
    }

    public String get(TextColumn column, int row) {
        return ((String[]) chunk(column, row))[row % CHUNK];
    }

    /// The stored array itself; callers must not write to it.
    public byte[] get(BytesColumn column, int row) {
        return ((byte[][]) chunk(column, row))[row % CHUNK];
    }

    public UUID get(UuidColumn column, int row) {
        var pairs = (long[]) chunk(column, row);
        return new UUID(pairs[2 * (row % CHUNK)], pairs[2 * (row % CHUNK) + 1]);
    }

    TableView next(Table source, BitSet changed) {
        int nextRows = source.rows();
        int chunks = (nextRows + CHUNK - 1) / CHUNK;
        var declared = source.columns();
        var nextLive = Arrays.copyOf(live, chunks);
        var nextColumns = new Object[declared.size()][];
        for (int c = 0; c < nextColumns.length; c++) {
            nextColumns[c] = c < columns.length ? Arrays.copyOf(columns[c], chunks) : new Object[chunks];
        }
        int unshared = nextRows > rows ? rows / CHUNK : chunks;
        int chunk = nextStale(0, unshared, changed);
        while (chunk < chunks) {
            nextLive[chunk] = liveBits(source, chunk);
            int end = Math.min((chunk + 1) * CHUNK, nextRows);
            for (int c = 0; c < nextColumns.length; c++) {
                nextColumns[c][chunk] = declared.get(c).copyOf(chunk * CHUNK, end);
            }
            chunk = nextStale(chunk + 1, unshared, changed);
        }
        return new TableView(source.name(), nextColumns, nextLive, nextRows);
    }

    /// The first chunk at or after the given one that holds a changed row, or into which the table grew, perhaps by a
    /// row in a chunk beyond it.
    ///
    /// @param unshared the first chunk that no view before held whole
    private static int nextStale(int chunk, int unshared, BitSet changed) {
        int row = changed.nextSetBit(chunk * CHUNK);
        int touched = row < 0 ? Integer.MAX_VALUE : row / CHUNK;
        return Math.min(touched, Math.max(chunk, unshared));
    }

    private static long[] liveBits(Table source, int chunk) {
        var bits = new long[CHUNK / 64];
        for (int i = 0; i < CHUNK; i++) {
            if (source.exists(chunk * CHUNK + i)) {
                bits[i >> 6] |= 1L << i;
            }
        }
        return bits;
    }

    private Object chunk(Column column, int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("%s has %d rows: %d".formatted(table, rows, row));
        }
        return columns[column.ordinal()][row / CHUNK];
    }
}
