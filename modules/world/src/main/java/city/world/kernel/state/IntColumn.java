package city.world.kernel.state;

import java.util.Arrays;

/// A column of 32-bit integers: rows of other tables, small counts, codes of states.
public final class IntColumn extends Column {
    private int[][] chunks = {};

    IntColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public int get(int row) {
        return chunks[row >> SHIFT][row & MASK];
    }

    public void set(int row, int value) {
        if (get(row) != value) {
            write(row, value);
            touch(row);
        }
    }

    public void add(int row, int difference) {
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
    int[][] chunks() {
        return chunks;
    }

    @Override
    void addChunk() {
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[chunks.length - 1] = new int[CHUNK];
    }

    @Override
    void copyChunk(int chunk) {
        chunks[chunk] = chunks[chunk].clone();
    }

    @Override
    void dropChunks() {
        chunks = new int[0][];
    }

    private void write(int row, int value) {
        unshare(row);
        chunks[row >> SHIFT][row & MASK] = value;
    }
}
