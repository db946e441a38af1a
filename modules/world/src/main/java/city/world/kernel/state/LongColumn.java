package city.world.kernel.state;

import java.util.Arrays;

/// A column of 64-bit integers: money in minor units, ticks, fixed-point numbers.
public final class LongColumn extends Column {
    private long[] values = new long[0];

    LongColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public long get(int row) {
        return values[row];
    }

    public void set(int row, long value) {
        if (values[row] != value) {
            values[row] = value;
            touch(row);
        }
    }

    public void add(int row, long difference) {
        set(row, Math.addExact(values[row], difference));
    }

    @Override
    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
    }

    @Override
    void reset(int row) {
        values[row] = 0;
    }

    @Override
    void hash(int row, RowHash hash) {
        hash.add(values[row]);
    }

    @Override
    long[] copyOf(int fromRow, int toRow) {
        return Arrays.copyOfRange(values, fromRow, toRow);
    }
}
