package city.adapter.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

/// One statement on a server, on a connection of its own.
final class Sql {
    private Sql() {}

    static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.address().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.address().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
