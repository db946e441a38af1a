package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.MadeUpCity.Deed;
import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.world.kernel.EventType.Audience;
import city.world.spi.CityRecord.RecordBroken;
import city.world.spi.Commit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadColumnsTest {
    private static final UUID ANN = new UUID(1, 1);

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final MadeUpCity city = new MadeUpCity();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatStandsBesideTheStateIsWrittenWithIt() throws SQLException {
        try (var adapter = Adapters.on(database, city, ReadColumnsTest::writeDeeds)) {
            adapter.record().claim();
            city.happen(ANN, Audience.PUBLIC, 1_05);
            city.happen(ANN, Audience.PUBLIC, 7);

            city.commitTo(adapter.record());

            assertThat(one("SELECT string_agg(sequence || ': ' || worth, ', ' ORDER BY sequence) FROM made_up.deeds"))
                    .isEqualTo("1: 1.05, 2: 0.07");
        }
    }

    @Test
    void theStateIsNotWrittenWithoutIt() throws SQLException {
        try (var adapter = Adapters.on(database, city, ReadColumnsTest::refuse)) {
            adapter.record().claim();
            city.addThing(1, "lamp");

            assertThatThrownBy(() -> city.commitTo(adapter.record())).isInstanceOf(RecordBroken.class);

            assertThat(one("SELECT count(*) FROM made_up.things")).isEqualTo("0");
            assertThat(one("SELECT count(*) FROM world.journal")).isEqualTo("0");
        }
    }

    /// One statement for all deeds, from the facts and their sequences.
    private static void writeDeeds(Connection connection, Commit commit) throws SQLException {
        var sequences = commit.events().stream().map(it -> it.sequence()).toArray();
        var subjects = commit.facts().stream().map(it -> it.subject()).toArray();
        var worths = commit.facts().stream().map(it -> ((Deed) it).worth()).toArray();
        try (var statement = connection.prepareStatement("""
                INSERT INTO made_up.deeds (sequence, subject, worth)
                SELECT sequence, subject, cents / 100.0
                  FROM unnest(?::bigint[], ?::uuid[], ?::bigint[]) AS deed (sequence, subject, cents)
                """)) {
            statement.setArray(1, connection.createArrayOf("int8", sequences));
            statement.setArray(2, connection.createArrayOf("uuid", subjects));
            statement.setArray(3, connection.createArrayOf("int8", worths));
            statement.executeUpdate();
        }
    }

    private static void refuse(Connection connection, Commit commit) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1 / 0");
        }
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
