package city.world.kernel.state;

import java.util.List;

/// How a table is declared, as a value: what can be written down beside the rows, so that they can be read and hashed
/// where another version of the program declares another table.
public record TableShape(String schema, String name, List<ColumnShape> columns) {
    public TableShape {
        columns = List.copyOf(columns);
    }

    /// What a column holds. Written down by name.
    public enum Type {
        LONG,
        INT,
        TEXT,
        UUID,
        BYTES
    }

    public record ColumnShape(String name, Type type) {}

    public static TableShape of(Table table) {
        return new TableShape(
                table.schema(),
                table.name().substring(table.schema().length() + 1),
                table.columns().stream()
                        .map(it -> new ColumnShape(it.name(), typeOf(it)))
                        .toList());
    }

    /// An empty table that is declared so.
    public Table fresh() {
        var table = new Table(schema, name);
        for (var column : columns) {
            switch (column.type()) {
                case LONG -> table.longs(column.name());
                case INT -> table.ints(column.name());
                case TEXT -> table.texts(column.name());
                case UUID -> table.uuids(column.name());
                case BYTES -> table.bytes(column.name());
            }
        }
        return table;
    }

    /// The name with its schema, as `economy.accounts`.
    public String fullName() {
        return schema + "." + name;
    }

    private static Type typeOf(Column column) {
        return switch (column) {
            case LongColumn _ -> Type.LONG;
            case IntColumn _ -> Type.INT;
            case TextColumn _ -> Type.TEXT;
            case UuidColumn _ -> Type.UUID;
            case BytesColumn _ -> Type.BYTES;
        };
    }
}
