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
    private final String schema;
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final BitSet live = new BitSet();
    private final BitSet inRecord = new BitSet();
    private final BitSet unhashed = new BitSet();
    private final BitSet undrained = new BitSet();
    private final RowHash hash = new RowHash();

    /// By chunk, two words a row.
    private long[][] hashes = {};

    private Checksum checksum = Checksum.ZERO;
    private TableView view;
    private boolean published = true;
    private boolean sameRows = true;

    /// No row below it is free.
    private int full;

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
        int row = live.nextClearBit(full);
        add(row);
        full = row + 1;
        return row;
    }

    public void add(int row) {
        if (live.get(row)) {
            throw new IllegalStateException("%s: row %d exists already".formatted(name(), row));
        }
        while (row >> Column.SHIFT >= hashes.length) {
            grow();
        }
        live.set(row);
        sameRows = false;
        mark(row);
    }

    /// Removes a row. Its number is given out again.
    public void remove(int row) {
        if (!live.get(row)) {
            throw new IllegalStateException("%s: row %d does not exist".formatted(name(), row));
        }
        live.clear(row);
        full = Math.min(full, row);
        sameRows = false;
        columns.forEach(column -> column.reset(row));
        mark(row);
    }

    /// Removes all rows and forgets the record's, as before a load.
    public void clear() {
        columns.forEach(Column::clear);
        live.clear();
        full = 0;
        inRecord.clear();
        unhashed.clear();
        undrained.clear();
        hashes = new long[0][];
        checksum = Checksum.ZERO;
        view = TableView.empty(this);
        published = true;
        sameRows = false;
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
        return new Changes(
                this,
                rows(inserted),
                rows(updated),
                rows(deleted),
                columns.stream().filter(Column::isWritten).toList());
    }

    /// Declares that the record holds what the table holds.
    public void stored() {
        for (int row = undrained.nextSetBit(0); row >= 0; row = undrained.nextSetBit(row + 1)) {
            inRecord.set(row, live.get(row));
        }
        undrained.clear();
        columns.forEach(Column::stored);
    }

    /// The sum of the hashes of all rows, as of the last {@link #drain}.
    public Checksum checksum() {
        return checksum;
    }

    /// An immutable view of the present rows. What did not change since the last is shared with it.
    public TableView publish() {
        if (!published) {
            var chunks = columns.stream().map(Column::publish).toArray(Object[][]::new);
            view = new TableView(name(), chunks, sameRows ? view.live() : live.toLongArray(), live.length());
            published = true;
            sameRows = true;
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
        published = false;
    }

    private <C extends Column> C declare(C column) {
        columns.add(column);
        return column;
    }

    private void grow() {
        columns.forEach(Column::grow);
        hashes = Arrays.copyOf(hashes, hashes.length + 1);
        hashes[hashes.length - 1] = new long[2 * Column.CHUNK];
    }

    private void rehash(int row) {
        var chunk = hashes[row >> Column.SHIFT];
        int at = 2 * (row & Column.MASK);
        var before = new Checksum(chunk[at], chunk[at + 1]);
        chunk[at] = 0;
        chunk[at + 1] = 0;
        if (live.get(row)) {
            hash.begin(name(), row);
            for (var column : columns) {
                column.hash(row, hash);
            }
            hash.finish();
            chunk[at] = hash.high();
            chunk[at + 1] = hash.low();
        }
        checksum = checksum.minus(before).plus(new Checksum(chunk[at], chunk[at + 1]));
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
