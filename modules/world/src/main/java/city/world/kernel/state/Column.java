package city.world.kernel.state;

/// One typed column of a table. Reading costs an array access; writing marks the row as changed when the value differs.
///
/// Columns are mutable because they are the city's hot state; only the city thread writes them. During the decide
/// part of a tick, when nothing is written, other threads may read them.
public abstract sealed class Column permits LongColumn, IntColumn, TextColumn, UuidColumn, BytesColumn {
    private final Table table;
    private final String name;
    private final int ordinal;

    Column(Table table, String name, int ordinal) {
        this.table = table;
        this.name = name;
        this.ordinal = ordinal;
    }

    /// The column's name in the record, in lower snake case.
    public String name() {
        return name;
    }

    int ordinal() {
        return ordinal;
    }

    void touch(int row) {
        table.touch(row);
    }

    abstract void grow(int capacity);

    abstract void reset(int row);

    abstract void hash(int row, RowHash hash);

    abstract Object copyOf(int fromRow, int toRow);

    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
