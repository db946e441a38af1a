package city.adapter.postgres.record;

import city.world.kernel.state.TableShape;
import city.world.kernel.state.TableShape.ColumnShape;
import city.world.kernel.state.TableShape.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The rows of `world.declared`. Written at the founding and where the rules change, so never on the hot path.
final class ShapeRows {
    private static final String CLEAR = """
            DELETE FROM world.declared
            """;

    private static final String ADD = """
            INSERT INTO world.declared (position, schema, name, column_names, column_types)
            VALUES (?, ?, ?, ?, ?)
            """;

    private static final String LIST = """
            SELECT schema, name, column_names, column_types
              FROM world.declared
             ORDER BY position
            """;

    private ShapeRows() {}

    static void replace(Connection connection, List<TableShape> shapes) throws SQLException {
        if (shapes.isEmpty()) {
            return;
        }
        try (var clear = connection.createStatement();
                var add = connection.prepareStatement(ADD)) {
            clear.executeUpdate(CLEAR);
            for (int i = 0; i < shapes.size(); i++) {
                var columns = shapes.get(i).columns();
                var names = columns.stream().map(ColumnShape::name).toArray();
                var types = columns.stream().map(it -> it.type().name()).toArray();
                add.setInt(1, i);
                add.setString(2, shapes.get(i).schema());
                add.setString(3, shapes.get(i).name());
                add.setArray(4, connection.createArrayOf("text", names));
                add.setArray(5, connection.createArrayOf("text", types));
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    static List<TableShape> list(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LIST)) {
            var shapes = new ArrayList<TableShape>();
            while (rows.next()) {
                shapes.add(new TableShape(rows.getString("schema"), rows.getString("name"), columns(rows)));
            }
            return shapes;
        }
    }

    private static List<ColumnShape> columns(ResultSet rows) throws SQLException {
        var names = (String[]) rows.getArray("column_names").getArray();
        var types = (String[]) rows.getArray("column_types").getArray();
        return IntStream.range(0, names.length)
                .mapToObj(i -> new ColumnShape(names[i], Type.valueOf(types[i])))
                .toList();
    }
}
