package city.world.kernel.state;

import java.util.BitSet;

/// One typed column of a table. Reading costs two array accesses; writing marks the row as changed when the value
/// differs.
///
/// Values are kept in chunks of {@value #CHUNK} rows. A view shares the chunks with the column; the first write to a
/// shared chunk copies it (copy on write), so that a value is kept once and a view costs what changed.
///
/// Columns are mutable because they are the city's hot state; only the city thread writes them. During the decide
/// part of a tick, when nothing is written, other threads may read them.
public abstract sealed class Column permits LongColumn, IntColumn, TextColumn, UuidColumn, BytesColumn {
    static final int SHIFT = 8;
    static final int CHUNK = 1 << SHIFT;
    static final int MASK = CHUNK - 1;

    private final Table table;
    private final String name;
    private final int ordinal;
    private final BitSet shared = new BitSet();
    private Object[] published = {};
    private boolean stale;
    private boolean written;

    Column(Table table, String name, int ordinal) {
        this.table = table;
        this.name = name;
        this.ordinal = ordinal;
    }

    /// The column's name in the record, in lower snake case.
    public String name() {
        return name;
    }

    int ordinal() {
        return ordinal;
    }

    /// Room for another chunk of rows, all unset.
    final void grow() {
        addChunk();
        stale = true;
    }

    /// Forgets all rows and the room for them.
    final void clear() {
        dropChunks();
        shared.clear();
        stale = true;
    }

    /// The chunks as they are now. They are not written to from here on.
    final Object[] publish() {
        if (stale) {
            published = chunks().clone();
            shared.set(0, published.length);
            stale = false;
        }
        return published;
    }

    /// Whether any row was written since the record had them all.
    final boolean isWritten() {
        return written;
    }

    /// The record has all rows.
    final void stored() {
        written = false;
    }

    /// Must be called before a row's value is written.
    final void unshare(int row) {
        int chunk = row >> SHIFT;
        if (shared.get(chunk)) {
            shared.clear(chunk);
            copyChunk(chunk);
        }
        stale = true;
        written = true;
    }

    /// Must be called after a row's value was written.
    final void touch(int row) {
        table.touch(row);
    }

    abstract void reset(int row);

    abstract void hash(int row, RowHash hash);

    abstract Object[] chunks();

    abstract void addChunk();

    abstract void copyChunk(int chunk);

    abstract void dropChunks();

    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
