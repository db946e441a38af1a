package city.world.kernel.state;

import java.util.Arrays;

/// A column of short texts. A row that was never set reads as the empty text.
public final class TextColumn extends Column {
    private String[] values = new String[0];

    TextColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public String get(int row) {
        return values[row];
    }

    public void set(int row, String value) {
        if (!values[row].equals(value)) {
            values[row] = value;
            touch(row);
        }
    }

    @Override
    void grow(int capacity) {
        int before = values.length;
        values = Arrays.copyOf(values, capacity);
        Arrays.fill(values, before, capacity, "");
    }

    @Override
    void reset(int row) {
        values[row] = "";
    }

    @Override
    void hash(int row, RowHash hash) {
        hash.add(values[row]);
    }

    @Override
    String[] copyOf(int fromRow, int toRow) {
        return Arrays.copyOfRange(values, fromRow, toRow);
    }
}
