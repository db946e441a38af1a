package city.world.kernel.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A column of short texts. A row that was never set reads as the empty text.
public final class TextColumn extends Column {
    /// So many texts are remembered, that rows with equal ones share them: a goal that thousands have is kept once.
    private static final int MOST_SHARED = 4096;

    private final Map<String, String> known = new HashMap<>();
    private String[][] chunks = {};

    TextColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public String get(int row) {
        return chunks[row >> SHIFT][row & MASK];
    }

    public void set(int row, String value) {
        if (!get(row).equals(value)) {
            write(row, oneOf(value));
            touch(row);
        }
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

    @Override
    void reset(int row) {
        write(row, "");
    }

    @Override
    void hash(int row, RowHash hash) {
        hash.add(get(row));
    }

    @Override
    String[][] chunks() {
        return chunks;
    }

    @Override
    void addChunk() {
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[chunks.length - 1] = new String[CHUNK];
        Arrays.fill(chunks[chunks.length - 1], "");
    }

    @Override
    void copyChunk(int chunk) {
        chunks[chunk] = chunks[chunk].clone();
    }

    @Override
    void dropChunks() {
        chunks = new String[0][];
    }

    private void write(int row, String value) {
        unshare(row);
        chunks[row >> SHIFT][row & MASK] = value;
    }
}
