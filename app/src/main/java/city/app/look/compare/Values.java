package city.app.look.compare;

import static java.util.stream.Collectors.joining;

import city.adapter.codec.text.JsonText;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.HexFormat;

/// What stands in a table, as JSON: numbers as they are, bytes in hexadecimal.
final class Values {
    private Values() {}

    static String json(Column column, int row) {
        return switch (column) {
            case LongColumn it -> Long.toString(it.get(row));
            case IntColumn it -> Integer.toString(it.get(row));
            case TextColumn it -> text(it.get(row));
            case UuidColumn it -> text(it.get(row).toString());
            case BytesColumn it -> text(HexFormat.of().formatHex(it.get(row)));
        };
    }

    /// The whole row, as an object.
    static String json(Table table, int row) {
        return table.columns().stream()
                .map(it -> text(it.name()) + ":" + json(it, row))
                .collect(joining(",", "{", "}"));
    }

    static String text(String value) {
        return new JsonText().string(value).toString();
    }
}
