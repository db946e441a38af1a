package city.world.kernel.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// One table of declared state. Rows are numbered densely from 0; columns are arrays indexed by row. What is declared
/// here is hashed, stored, loaded and published, all from this one declaration: nothing can be one without the
/// others.
///
/// Life of a change: a column is set, which marks the row; {@link #drain} folds the marked rows into the checksum and
/// names them for the record; {@link #stored} forgets the marks once the record has them.
///
/// Mutable, owned by the city thread.
public final class Table {
    private static final int FIRST_CAPACITY = 16;

    private final String schema;
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final BitSet live = new BitSet();
    private final BitSet inRecord = new BitSet();
    private final BitSet unhashed = new BitSet();
    private final BitSet undrained = new BitSet();
    private final BitSet unpublished = new BitSet();
    private final RowHash hash = new RowHash();
    private long[] hashHigh = {};
    private long[] hashLow = {};
    private Checksum checksum = Checksum.ZERO;
    private int capacity;
    private TableView view;

    /// Declares a table of the given schema; schema and name are its name in the record, in lower snake case.
    public Table(String schema, String name) {
        this.schema = schema;
        this.name = name;
        this.view = TableView.empty(this);
    }

    public LongColumn longs(String column) {
        return declare(new LongColumn(this, column, columns.size()));
    }

    public IntColumn ints(String column) {
        return declare(new IntColumn(this, column, columns.size()));
    }

    public TextColumn texts(String column) {
        return declare(new TextColumn(this, column, columns.size()));
    }

    public UuidColumn uuids(String column) {
        return declare(new UuidColumn(this, column, columns.size()));
    }

    public BytesColumn bytes(String column) {
        return declare(new BytesColumn(this, column, columns.size()));
    }

    public String schema() {
        return schema;
    }

    /// The name with its schema, as `economy.accounts`.
    public String name() {
        return schema + "." + name;
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /// One more than the highest row that exists, 0 for an empty table.
    public int rows() {
        return live.length();
    }

    public int count() {
        return live.cardinality();
    }

    public boolean exists(int row) {
        return live.get(row);
    }

    /// The first row at or after the given one that exists, or -1.
    public int next(int row) {
        return live.nextSetBit(row);
    }

    /// Adds a row with all columns at zero, at the lowest free number.
    public int add() {
        int row = live.nextClearBit(0);
        add(row);
        return row;
    }

    public void add(int row) {
        if (live.get(row)) {
            throw new IllegalStateException("%s: row %d exists already".formatted(name(), row));
        }
        ensure(row + 1);
        live.set(row);
        mark(row);
    }

    /// Removes a row. Its number is given out again.
    public void remove(int row) {
        if (!live.get(row)) {
            throw new IllegalStateException("%s: row %d does not exist".formatted(name(), row));
        }
        live.clear(row);
        columns.forEach(column -> column.reset(row));
        mark(row);
    }

    /// Removes all rows and forgets the record's, as before a load.
    public void clear() {
        int rows = Math.max(live.length(), inRecord.length());
        for (int row = 0; row < rows; row++) {
            int cleared = row;
            columns.forEach(column -> column.reset(cleared));
        }
        live.clear();
        inRecord.clear();
        unhashed.clear();
        undrained.clear();
        Arrays.fill(hashHigh, 0);
        Arrays.fill(hashLow, 0);
        checksum = Checksum.ZERO;
        unpublished.clear();
        view = TableView.empty(this);
    }

    /// Folds all changes into the checksum and names the rows by which table and record differ. Repeatable until
    /// {@link #stored} is called.
    public Changes drain() {
        for (int row = unhashed.nextSetBit(0); row >= 0; row = unhashed.nextSetBit(row + 1)) {
            rehash(row);
        }
        unhashed.clear();
        var inserted = minus(live, inRecord);
        var deleted = minus(inRecord, live);
        var updated = (BitSet) undrained.clone();
        updated.and(live);
        updated.and(inRecord);
        return new Changes(this, rows(inserted), rows(updated), rows(deleted));
    }

    /// Declares that the record holds what the table holds.
    public void stored() {
        for (int row = undrained.nextSetBit(0); row >= 0; row = undrained.nextSetBit(row + 1)) {
            inRecord.set(row, live.get(row));
        }
        undrained.clear();
    }

    /// The sum of the hashes of all rows, as of the last {@link #drain}.
    public Checksum checksum() {
        return checksum;
    }

    /// An immutable view of the present rows. Only chunks with a changed row are copied; the others are shared with
    /// the view before.
    public TableView publish() {
        if (!unpublished.isEmpty()) {
            view = view.next(this, unpublished);
            unpublished.clear();
        }
        return view;
    }

    /// @throws IllegalStateException when the row does not exist: its value would come back with whoever gets the
    /// number
    void touch(int row) {
        if (!live.get(row)) {
            columns.forEach(column -> column.reset(row));
            throw new IllegalStateException("%s: row %d does not exist".formatted(name(), row));
        }
        mark(row);
    }

    private void mark(int row) {
        unhashed.set(row);
        undrained.set(row);
        unpublished.set(row);
    }

    private <C extends Column> C declare(C column) {
        columns.add(column);
        return column;
    }

    private void ensure(int rows) {
        if (rows <= capacity) {
            return;
        }
        capacity = Math.max(Math.max(FIRST_CAPACITY, rows), capacity + (capacity >> 1));
        columns.forEach(column -> column.grow(capacity));
        hashHigh = Arrays.copyOf(hashHigh, capacity);
        hashLow = Arrays.copyOf(hashLow, capacity);
    }

    private void rehash(int row) {
        var before = new Checksum(hashHigh[row], hashLow[row]);
        if (live.get(row)) {
            hash.begin(name(), row);
            for (var column : columns) {
                column.hash(row, hash);
            }
            hash.finish();
            hashHigh[row] = hash.high();
            hashLow[row] = hash.low();
        } else {
            hashHigh[row] = 0;
            hashLow[row] = 0;
        }
        checksum = checksum.minus(before).plus(new Checksum(hashHigh[row], hashLow[row]));
    }

    private BitSet minus(BitSet these, BitSet those) {
        var difference = (BitSet) undrained.clone();
        difference.and(these);
        difference.andNot(those);
        return difference;
    }

    private static int[] rows(BitSet set) {
        var rows = new int[set.cardinality()];
        int n = 0;
        for (int row = set.nextSetBit(0); row >= 0; row = set.nextSetBit(row + 1)) {
            rows[n++] = row;
        }
        return rows;
    }
}
