package city.app.look.compare;

import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where two states are not the same.
///
/// @param count of all
/// @param first in the order of tables, rows and columns, as many as were asked for
public record StateDifferences(long count, List<Difference> first) {
    /// In place of a column, where only one of the two has the row.
    static final String ROW = "row";

    /// @param name of what the row is about
    /// @param one,other in JSON; of a row that only one of them has, the whole of it, and nothing
    public record Difference(
            String table,
            int row,
            Optional<String> name,
            String column,
            Optional<String> one,
            Optional<String> other) {}

    /// @param one,other declared alike
    static StateDifferences between(List<Table> one, List<Table> other, int limit) {
        var found = new Found(limit, new Names(one), new Names(other));
        for (int i = 0; i < one.size(); i++) {
            found.compare(one.get(i), other.get(i));
        }
        return new StateDifferences(found.count, List.copyOf(found.first));
    }

    private static final class Found {
        private final int limit;
        private final Names names;
        private final Names otherNames;
        private final List<Difference> first = new ArrayList<>();
        private long count;

        Found(int limit, Names names, Names otherNames) {
            this.limit = limit;
            this.names = names;
            this.otherNames = otherNames;
        }

        void compare(Table one, Table other) {
            int rows = Math.max(one.rows(), other.rows());
            for (int row = 0; row < rows; row++) {
                if (one.exists(row) && other.exists(row)) {
                    compare(one, other, row);
                } else if (one.exists(row)) {
                    add(one, row, names, ROW, Optional.of(Values.json(one, row)), Optional.empty());
                } else if (other.exists(row)) {
                    add(other, row, otherNames, ROW, Optional.empty(), Optional.of(Values.json(other, row)));
                }
            }
        }

        private void compare(Table one, Table other, int row) {
            for (int i = 0; i < one.columns().size(); i++) {
                var column = one.columns().get(i);
                var value = Values.json(column, row);
                var otherValue = Values.json(other.columns().get(i), row);
                if (!value.equals(otherValue)) {
                    add(one, row, names, column.name(), Optional.of(value), Optional.of(otherValue));
                }
            }
        }

        private void add(
                Table table, int row, Names called, String column, Optional<String> one, Optional<String> other) {
            count++;
            if (first.size() < limit) {
                first.add(new Difference(table.name(), row, called.of(table, row), column, one, other));
            }
        }
    }
}
