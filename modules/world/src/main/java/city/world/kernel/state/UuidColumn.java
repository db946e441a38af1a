package city.world.kernel.state;

import java.util.Arrays;
import java.util.UUID;

/// A column of UUIDs, kept as two longs a row. A row that was never set reads as the nil UUID.
public final class UuidColumn extends Column {
    private long[][] chunks = {};

    UuidColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public UUID get(int row) {
        return get(chunks[row >> SHIFT], row);
    }

    public void set(int row, UUID value) {
        if (!isAt(row, value)) {
            write(row, value.getMostSignificantBits(), value.getLeastSignificantBits());
            touch(row);
        }
    }

    /// Whether the row holds this one.
    boolean isAt(int row, UUID value) {
        return isAt(chunks[row >> SHIFT], row, value);
    }

    static UUID get(long[] chunk, int row) {
        int at = 2 * (row & MASK);
        return new UUID(chunk[at], chunk[at + 1]);
    }

    static boolean isAt(long[] chunk, int row, UUID value) {
        int at = 2 * (row & MASK);
        return chunk[at] == value.getMostSignificantBits() && chunk[at + 1] == value.getLeastSignificantBits();
    }

    @Override
    void reset(int row) {
        write(row, 0, 0);
    }

    @Override
    void hash(int row, RowHash hash) {
        var chunk = chunks[row >> SHIFT];
        int at = 2 * (row & MASK);
        hash.add(chunk[at]);
        hash.add(chunk[at + 1]);
    }

    @Override
    long[][] chunks() {
        return chunks;
    }

    @Override
    void addChunk() {
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[chunks.length - 1] = new long[2 * CHUNK];
    }

    @Override
    void copyChunk(int chunk) {
        chunks[chunk] = chunks[chunk].clone();
    }

    @Override
    void dropChunks() {
        chunks = new long[0][];
    }

    private void write(int row, long high, long low) {
        unshare(row);
        var chunk = chunks[row >> SHIFT];
        int at = 2 * (row & MASK);
        chunk[at] = high;
        chunk[at + 1] = low;
    }
}
