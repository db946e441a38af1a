package city.world.kernel.state;

/// A column of 32-bit integers: rows of other tables, small counts, codes of states.
public final class IntColumn extends Column {
    IntColumn(Table table, String name, int ordinal) {
        super(table, name, ordinal, Integers.UNSET);
    }

    public int get(int row) {
        return (int) Integers.get(chunk(row), row);
    }

    public void set(int row, int value) {
        if (get(row) != value) {
            write(row, value);
            touch(row);
        }
    }

    public void add(int row, int difference) {
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

    private void write(int row, int value) {
        replace(row, Integers.set(own(row), row, value));
    }
}
