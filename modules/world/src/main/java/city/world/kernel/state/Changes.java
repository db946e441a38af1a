package city.world.kernel.state;

import java.util.List;

/// The rows of one table that differ from the record, each list ascending. The values are read from the table itself,
/// on the city thread, before the next command or tick.
///
/// @param written the columns in which updated rows may differ, in the table's order
public record Changes(Table table, int[] inserted, int[] updated, int[] deleted, List<Column> written) {
    public boolean isEmpty() {
        return inserted.length == 0 && updated.length == 0 && deleted.length == 0;
    }

    public int size() {
        return inserted.length + updated.length + deleted.length;
    }
}
