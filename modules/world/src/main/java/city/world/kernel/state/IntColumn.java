package city.world.kernel.state;

import java.util.Arrays;

/// A column of 32-bit integers: rows of other tables, small counts, codes of states.
public final class IntColumn extends Column {
    private int[] values = new int[0];

    IntColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public int get(int row) {
        return values[row];
    }

    public void set(int row, int value) {
        if (values[row] != value) {
            values[row] = value;
            touch(row);
        }
    }

    public void add(int row, int difference) {
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
    int[] copyOf(int fromRow, int toRow) {
        return Arrays.copyOfRange(values, fromRow, toRow);
    }
}
