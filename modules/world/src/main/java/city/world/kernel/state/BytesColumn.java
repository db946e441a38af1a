package city.world.kernel.state;

import java.util.Arrays;

/// A column of short byte strings, for small packed structures such as a day plan. The arrays are never changed in
/// place.
public final class BytesColumn extends Column {
    private static final byte[] EMPTY = {};
    private static final byte[][] UNSET = new byte[CHUNK][];

    static {
        Arrays.fill(UNSET, EMPTY);
    }

    BytesColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal, UNSET);
    }

    /// The stored array itself; callers must not write to it.
    public byte[] get(int row) {
        return get(chunk(row), row);
    }

    /// Keeps the given array; the caller must not write to it afterwards.
    public void set(int row, byte[] value) {
        if (!Arrays.equals(get(row), value)) {
            write(row, value);
            touch(row);
        }
    }

    static byte[] get(Object chunk, int row) {
        return ((byte[][]) chunk)[row & MASK];
    }

    @Override
    void reset(int row) {
        if (get(row).length > 0) {
            write(row, EMPTY);
        }
    }

    @Override
    void hash(Object chunk, int row, RowHash hash) {
        hash.add(get(chunk, row));
    }

    @Override
    Object copyOf(Object chunk) {
        return ((byte[][]) chunk).clone();
    }

    private void write(int row, byte[] value) {
        ((byte[][]) own(row))[row & MASK] = value;
    }
}
