package city.world.kernel.state;

import java.util.Arrays;
import java.util.UUID;

/// A column of UUIDs, kept as two longs a row. A row that was never set reads as the nil UUID.
public final class UuidColumn extends Column {
    private long[] high = new long[0];
    private long[] low = new long[0];

    UuidColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal);
    }

    public UUID get(int row) {
        return new UUID(high[row], low[row]);
    }

    public void set(int row, UUID value) {
        if (high[row] != value.getMostSignificantBits() || low[row] != value.getLeastSignificantBits()) {
            high[row] = value.getMostSignificantBits();
            low[row] = value.getLeastSignificantBits();
            touch(row);
        }
    }

    @Override
    void grow(int capacity) {
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
    }

    @Override
    void reset(int row) {
        high[row] = 0;
        low[row] = 0;
    }

    @Override
    void hash(int row, RowHash hash) {
        hash.add(high[row]);
        hash.add(low[row]);
    }

    @Override
    long[] copyOf(int fromRow, int toRow) {
        var both = new long[2 * (toRow - fromRow)];
        for (int row = fromRow; row < toRow; row++) {
            both[2 * (row - fromRow)] = high[row];
            both[2 * (row - fromRow) + 1] = low[row];
        }
        return both;
    }
}
