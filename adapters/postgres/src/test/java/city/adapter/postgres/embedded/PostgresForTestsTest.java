package city.adapter.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresForTestsTest {
    @Test
    void eachDatabaseIsEmptyAndItsOwn() throws SQLException {
        try (var one = PostgresForTests.freshDatabase();
                var other = PostgresForTests.freshDatabase();
                var connection = one.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE deed (what text)");

            assertThat(tablesOf(one)).isEqualTo(1);
            assertThat(tablesOf(other)).isZero();
        }
    }

    @Test
    void aClosedDatabaseIsGoneAlsoUnderAnOpenConnection() throws SQLException {
        var database = PostgresForTests.freshDatabase();
        try (var _ = database.connect()) {
            database.close();

            assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
        }
    }

    private static int tablesOf(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
