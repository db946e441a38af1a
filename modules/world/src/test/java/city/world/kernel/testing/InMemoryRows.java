package city.world.kernel.testing;

import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Changes;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The rows of all tables, by table and number.
final class InMemoryRows {
    private final Map<String, TreeMap<Integer, Map<String, Object>>> rows = new HashMap<>();

    void load(Table table) {
        rows.getOrDefault(table.name(), new TreeMap<>()).forEach((row, values) -> {
            table.add(row);
            for (var column : table.columns()) {
                if (values.containsKey(column.name())) {
                    put(column, row, values.get(column.name()));
                }
            }
        });
        table.stored();
    }

    void write(Changes changes) {
        var table = changes.table();
        var stored = rows.computeIfAbsent(table.name(), name -> new TreeMap<>());
        for (int row : changes.inserted()) {
            stored.put(row, values(table, row));
        }
        for (int row : changes.updated()) {
            stored.put(row, values(table, row));
        }
        for (int row : changes.deleted()) {
            stored.remove(row);
        }
    }

    /// By the columns' names, as a column that comes later has no value in older rows.
    private static Map<String, Object> values(Table table, int row) {
        var values = new HashMap<String, Object>();
        table.columns().forEach(column -> values.put(column.name(), get(column, row)));
        return values;
    }

    private static Object get(Column column, int row) {
        return switch (column) {
            case LongColumn it -> it.get(row);
            case IntColumn it -> it.get(row);
            case TextColumn it -> it.get(row);
            case UuidColumn it -> it.get(row);
            case BytesColumn it -> it.get(row);
        };
    }

    private static void put(Column column, int row, Object value) {
        switch (column) {
            case LongColumn it -> it.set(row, (Long) value);
            case IntColumn it -> it.set(row, (Integer) value);
            case TextColumn it -> it.set(row, (String) value);
            case UuidColumn it -> it.set(row, (UUID) value);
            case BytesColumn it -> it.set(row, (byte[]) value);
        }
    }
}
