package city.world.kernel.state;

import java.util.ArrayList;
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

    /// With its schema.
    private final String name;

    private final List<Column> columns = new ArrayList<>();
    private final BitSet live = new BitSet();
    private final BitSet inRecord = new BitSet();
    private final BitSet unhashed = new BitSet();
    private final BitSet undrained = new BitSet();
    private final RowHash hash = new RowHash();
    private Checksum checksum = Checksum.ZERO;
    private TableView view;

    /// The rows that are in the checksum.
    private TableView summed;

    private int chunks;
    private boolean published = true;
    private boolean sameRows = true;

    /// No row below it is free.
    private int full;

    /// Declares a table of the given schema; schema and name are its name in the record, in lower snake case.
    public Table(String schema, String name) {
        this.schema = schema;
        this.name = schema + "." + name;
        this.view = TableView.empty(this);
        this.summed = view;
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
        return name;
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
            throw new IllegalStateException("%s: row %d exists already".formatted(name, row));
        }
        while (row >> Column.SHIFT >= chunks) {
            grow();
        }
        live.set(row);
        sameRows = false;
        mark(row);
    }

    /// Removes a row. Its number is given out again.
    public void remove(int row) {
        if (!live.get(row)) {
            throw new IllegalStateException("%s: row %d does not exist".formatted(name, row));
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
        chunks = 0;
        checksum = Checksum.ZERO;
        view = TableView.empty(this);
        summed = view;
        published = true;
        sameRows = false;
    }

    /// Folds all changes into the checksum and names the rows by which table and record differ. Repeatable until
    /// {@link #stored} is called.
    public Changes drain() {
        sum();
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
            view = new TableView(name, chunks, sameRows ? view.live() : live.toLongArray(), live.length());
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
            throw new IllegalStateException("%s: row %d does not exist".formatted(name, row));
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
        chunks++;
    }

    /// Takes what changed rows were out of the checksum and puts in what they are. What they were is in the view of the
    /// last time, so no hash of a row is kept.
    private void sum() {
        var now = publish();
        for (int row = unhashed.nextSetBit(0); row >= 0; row = unhashed.nextSetBit(row + 1)) {
            checksum = checksum.minus(hashOf(summed, row)).plus(hashOf(now, row));
        }
        unhashed.clear();
        summed = now;
    }

    private Checksum hashOf(TableView rows, int row) {
        if (!rows.exists(row)) {
            return Checksum.ZERO;
        }
        hash.begin(name, row);
        columns.forEach(column -> rows.hash(column, row, hash));
        hash.finish();
        return new Checksum(hash.high(), hash.low());
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
