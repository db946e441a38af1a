package city.world.kernel.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A column of short texts. A row that was never set reads as the empty text.
public final class TextColumn extends Column {
    /// So many texts are remembered, that rows with equal ones share them: a goal that thousands have is kept once.
    private static final int MOST_SHARED = 4096;

    private static final String[] UNSET = new String[CHUNK];

    static {
        Arrays.fill(UNSET, "");
    }

    private final Map<String, String> known = new HashMap<>();

    TextColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal, UNSET);
    }

    public String get(int row) {
        return get(chunk(row), row);
    }

    public void set(int row, String value) {
        if (!get(row).equals(value)) {
            write(row, oneOf(value));
            touch(row);
        }
    }

    static String get(Object chunk, int row) {
        return ((String[]) chunk)[row & MASK];
    }

    @Override
    void reset(int row) {
        if (!get(row).isEmpty()) {
            write(row, "");
        }
    }

    @Override
    void hash(Object chunk, int row, RowHash hash) {
        hash.add(get(chunk, row));
    }

    @Override
    Object copyOf(Object chunk) {
        return ((String[]) chunk).clone();
    }

    private String oneOf(String text) {
        var before = known.get(text);
        if (before != null) {
            return before;
        }
        if (known.size() < MOST_SHARED) {
            known.put(text, text);
        }
        return text;
    }

    private void write(int row, String value) {
        ((String[]) own(row))[row & MASK] = value;
    }
}
