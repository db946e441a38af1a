package city.world.kernel.state;

import java.util.Arrays;

/// A column of 64-bit integers: money in minor units, ticks, fixed-point numbers.
public final class LongColumn extends Column {
    private long[][] chunks = {};

    LongColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public long get(int row) {
        return chunks[row >> SHIFT][row & MASK];
    }

    public void set(int row, long value) {
        if (get(row) != value) {
            write(row, value);
            touch(row);
        }
    }

    public void add(int row, long difference) {
        set(row, Math.addExact(get(row), difference));
    }

    @Override
    void reset(int row) {
        write(row, 0);
    }

    @Override
    void hash(int row, RowHash hash) {
        hash.add(get(row));
    }

    @Override
    long[][] chunks() {
        return chunks;
    }

    @Override
    void addChunk() {
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[chunks.length - 1] = new long[CHUNK];
    }

    @Override
    void copyChunk(int chunk) {
        chunks[chunk] = chunks[chunk].clone();
    }

    @Override
    void dropChunks() {
        chunks = new long[0][];
    }

    private void write(int row, long value) {
        unshare(row);
        chunks[row >> SHIFT][row & MASK] = value;
    }
}
