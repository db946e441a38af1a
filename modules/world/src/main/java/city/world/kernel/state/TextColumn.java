package city.world.kernel.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A column of short texts. A row that was never set reads as the empty text.
public final class TextColumn extends Column {
    /// So many texts are remembered, that rows with equal ones share them: a goal that thousands have is kept once.
    private static final int MOST_SHARED = 4096;

    private final Map<String, String> shared = new HashMap<>();
    private String[] values = new String[0];

    TextColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public String get(int row) {
        return values[row];
    }

    public void set(int row, String value) {
        if (!values[row].equals(value)) {
            values[row] = shared(value);
            touch(row);
        }
    }

    private String shared(String text) {
        var known = shared.get(text);
        if (known != null) {
            return known;
        }
        if (shared.size() < MOST_SHARED) {
            shared.put(text, text);
        }
        return text;
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
