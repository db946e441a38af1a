package city.world.kernel.state;

import java.util.UUID;

/// A column of UUIDs, kept as two longs a row. A row that was never set reads as the nil UUID.
public final class UuidColumn extends Column {
    private static final UUID NIL = new UUID(0, 0);
    private static final long[] UNSET = new long[2 * CHUNK];

    UuidColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal, UNSET);
    }

    public UUID get(int row) {
        return get(chunk(row), row);
    }

    public void set(int row, UUID value) {
        if (!isAt(row, value)) {
            write(row, value.getMostSignificantBits(), value.getLeastSignificantBits());
            touch(row);
        }
    }

    /// Whether the row holds this one.
    boolean isAt(int row, UUID value) {
        return isAt(chunk(row), row, value);
    }

    static UUID get(Object chunk, int row) {
        var longs = (long[]) chunk;
        int at = 2 * (row & MASK);
        return new UUID(longs[at], longs[at + 1]);
    }

    static boolean isAt(Object chunk, int row, UUID value) {
        var longs = (long[]) chunk;
        int at = 2 * (row & MASK);
        return longs[at] == value.getMostSignificantBits() && longs[at + 1] == value.getLeastSignificantBits();
    }

    @Override
    void reset(int row) {
        if (!isAt(row, NIL)) {
            write(row, 0, 0);
        }
    }

    @Override
    void hash(Object chunk, int row, RowHash hash) {
        var longs = (long[]) chunk;
        int at = 2 * (row & MASK);
        hash.add(longs[at]);
        hash.add(longs[at + 1]);
    }

    @Override
    Object copyOf(Object chunk) {
        return ((long[]) chunk).clone();
    }

    private void write(int row, long high, long low) {
        var chunk = (long[]) own(row);
        int at = 2 * (row & MASK);
        chunk[at] = high;
        chunk[at + 1] = low;
    }
}
