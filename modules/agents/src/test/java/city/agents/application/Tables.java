package city.agents.application;

import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.List;

/// Carries declared state from one process to another, as the record does.
final class Tables {
    private Tables() {}

    static void copy(List<Table> from, List<Table> to) {
        for (int i = 0; i < from.size(); i++) {
            to.get(i).clear();
            copy(from.get(i), to.get(i));
        }
    }

    private static void copy(Table from, Table to) {
        for (int row = from.next(0); row >= 0; row = from.next(row + 1)) {
            to.add(row);
            for (int c = 0; c < from.columns().size(); c++) {
                copy(from.columns().get(c), to.columns().get(c), row);
            }
        }
    }

    private static void copy(Column from, Column to, int row) {
        switch (from) {
            case LongColumn it -> ((LongColumn) to).set(row, it.get(row));
            case IntColumn it -> ((IntColumn) to).set(row, it.get(row));
            case TextColumn it -> ((TextColumn) to).set(row, it.get(row));
            case UuidColumn it -> ((UuidColumn) to).set(row, it.get(row));
            case BytesColumn it -> ((BytesColumn) to).set(row, it.get(row));
        }
    }
}
