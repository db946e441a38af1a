package city.world.kernel.state;

import java.util.Arrays;

/// A column of short byte strings, for small packed structures such as a day plan. The arrays are never changed in
/// place.
public final class BytesColumn extends Column {
    private static final byte[] EMPTY = {};

    private byte[][] values = new byte[0][];

    BytesColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    /// The stored array itself; callers must not write to it.
    public byte[] get(int row) {
        return values[row];
    }

    /// Keeps the given array; the caller must not write to it afterwards.
    public void set(int row, byte[] value) {
        if (!Arrays.equals(values[row], value)) {
            values[row] = value;
            touch(row);
        }
    }

    @Override
    void grow(int capacity) {
        int before = values.length;
        values = Arrays.copyOf(values, capacity);
        Arrays.fill(values, before, capacity, EMPTY);
    }

    @Override
    void reset(int row) {
        values[row] = EMPTY;
    }

    @Override
    void hash(int row, RowHash hash) {
        hash.add(values[row]);
    }

    @Override
    byte[][] copyOf(int fromRow, int toRow) {
        return Arrays.copyOfRange(values, fromRow, toRow);
    }
}
