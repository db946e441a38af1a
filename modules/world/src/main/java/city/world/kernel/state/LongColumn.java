package city.world.kernel.state;

/// A column of 64-bit integers: money in minor units, ticks, fixed-point numbers.
public final class LongColumn extends Column {
    LongColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal, Integers.UNSET);
    }

    public long get(int row) {
        return Integers.get(chunk(row), row);
    }

    public void set(int row, long value) {
        if (get(row) != value) {
            write(row, value);
            touch(row);
        }
    }

    public void add(int row, long difference) {
        set(row, Math.addExact(get(row), difference));
    }

    @Override
    void reset(int row) {
        if (get(row) != 0) {
            write(row, 0);
        }
    }

    @Override
    void hash(Object chunk, int row, RowHash hash) {
        hash.add(Integers.get(chunk, row));
    }

    @Override
    Object copyOf(Object chunk) {
        return Integers.copyOf(chunk);
    }

    private void write(int row, long value) {
        replace(row, Integers.set(own(row), row, value));
    }
}
