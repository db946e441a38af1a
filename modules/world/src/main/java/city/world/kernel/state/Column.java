package city.world.kernel.state;

import java.util.Arrays;
import java.util.BitSet;

/// One typed column of a table. Reading costs two array accesses; writing marks the row as changed when the value
/// differs.
///
/// Values are kept in chunks of {@value #CHUNK} rows. A view shares the chunks with the column; the first write to a
/// shared chunk copies it (copy on write), so that a value is kept once and a view costs what changed. Chunks that
/// were never written to are one and the same array, so that a column which most rows leave alone costs next to
/// nothing.
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
    private final Object unset;
    private final BitSet shared = new BitSet();
    private Object[] chunks = {};
    private Object[] published = {};
    private boolean stale;
    private boolean written;

    /// @param unset a chunk of rows that were never set, which nobody writes to
    Column(Table table, String name, int ordinal, Object unset) {
        this.table = table;
        this.name = name;
        this.ordinal = ordinal;
        this.unset = unset;
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
        shared.set(chunks.length);
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[chunks.length - 1] = unset;
        stale = true;
    }

    /// Forgets all rows and the room for them.
    final void clear() {
        chunks = new Object[0];
        shared.clear();
        stale = true;
    }

    /// The chunks as they are now. They are not written to from here on.
    final Object[] publish() {
        if (stale) {
            published = chunks.clone();
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

    /// The chunk that holds a row, to be read.
    final Object chunk(int row) {
        return chunks[row >> SHIFT];
    }

    /// The chunk that holds a row, to be written to at once.
    final Object own(int row) {
        int chunk = row >> SHIFT;
        if (shared.get(chunk)) {
            shared.clear(chunk);
            chunks[chunk] = copyOf(chunks[chunk]);
        }
        stale = true;
        written = true;
        return chunks[chunk];
    }

    /// Another chunk in the place of the own one that holds the row.
    final void replace(int row, Object chunk) {
        chunks[row >> SHIFT] = chunk;
    }

    /// Must be called after a row's value was written.
    final void touch(int row) {
        table.touch(row);
    }

    abstract void reset(int row);

    /// Feeds a row's value, out of a chunk of this column.
    abstract void hash(Object chunk, int row, RowHash hash);

    abstract Object copyOf(Object chunk);

    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
