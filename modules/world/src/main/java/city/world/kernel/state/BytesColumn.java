package city.world.kernel.state;

import java.util.Arrays;

/// A column of short byte strings, for small packed structures such as a day plan. The arrays are never changed in
/// place.
public final class BytesColumn extends Column {
    private static final byte[] EMPTY = {};

    private byte[][][] chunks = {};

    BytesColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    /// The stored array itself; callers must not write to it.
    public byte[] get(int row) {
        return chunks[row >> SHIFT][row & MASK];
    }

    /// Keeps the given array; the caller must not write to it afterwards.
    public void set(int row, byte[] value) {
        if (!Arrays.equals(get(row), value)) {
            write(row, value);
            touch(row);
        }
    }

    @Override
    void reset(int row) {
        write(row, EMPTY);
    }

    @Override
    void hash(int row, RowHash hash) {
        hash.add(get(row));
    }

    @Override
    byte[][][] chunks() {
        return chunks;
    }

    @Override
    void addChunk() {
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[chunks.length - 1] = new byte[CHUNK][];
        Arrays.fill(chunks[chunks.length - 1], EMPTY);
    }

    @Override
    void copyChunk(int chunk) {
        chunks[chunk] = chunks[chunk].clone();
    }

    @Override
    void dropChunks() {
        chunks = new byte[0][][];
    }

    private void write(int row, byte[] value) {
        unshare(row);
        chunks[row >> SHIFT][row & MASK] = value;
    }
}
