package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.world.kernel.history.Copy;
import city.world.kernel.state.Table;
import city.world.kernel.testing.HistoryContract;
import city.world.kernel.testing.SmallCities.Store;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The contract on a real server, and what only a real server can do to a keyframe.
class PostgresHistoryTest extends HistoryContract {
    private TestDatabase database;

    @Override
    protected Store open(List<Table> tables) {
        if (database == null) {
            database = PostgresForTests.freshDatabase();
        }
        var adapter = PostgresAdapter.open(
                Adapters.settings(database.jdbcUrl(), database, "city, process 1 on host test"),
                tables,
                List.of(),
                List.of("test"));
        return new Store(adapter.record(), adapter.eventLog(), adapter.keyframes(), adapter.cursors(), adapter::close);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aBlockThatDecayedOrIsGoneIsFound() throws SQLException {
        live(20);
        try (var store = open(List.of())) {
            var keyframe = store.keyframes().list().getFirst();
            assertThat(Copy.breach(store.keyframes(), keyframe)).isEmpty();

            execute("UPDATE world.keyframe_blocks SET packed = set_byte(packed, 20, get_byte(packed, 20) # 1)"
                    + " WHERE block = 1");
            assertThat(Copy.breach(store.keyframes(), keyframe).orElseThrow()).contains("tick 18");
            execute("DELETE FROM world.keyframe_blocks WHERE block = 1");
            assertThat(Copy.breach(store.keyframes(), keyframe).orElseThrow()).contains("block 1 is missing");
        }
    }

    @Test
    void aRowThatWasChangedBeforeTheRulesWereRaisedIsFound() throws SQLException {
        liveByOldRules(5);
        execute("UPDATE test.counters SET value = value + 1 WHERE row = 1");

        assertThatThrownBy(() -> live(10)).hasMessageContaining("state and head differ");

        execute("UPDATE test.counters SET value = value - 1 WHERE row = 1");
        live(10);
        assertThat(count("SELECT count(*) FROM test.counters WHERE mood > 0")).isPositive();
    }

    @Test
    void aSessionThatIsEndedBetweenTwoBlocksLeavesNothing() throws SQLException {
        live(20);
        try (var store = open(List.of())) {
            var keyframe = store.keyframes().list().getFirst();
            assertThat(store.keyframes().removeDaily(100)).isEqualTo(1);

            killedBetweenBlocks(store, keyframe, this::endReaders);

            assertThat(store.keyframes().list()).isEmpty();
            assertThat(count("SELECT count(*) FROM world.keyframe_blocks")).isZero();
        }
    }

    private void endReaders() {
        try {
            execute("""
                    SELECT pg_terminate_backend(pid, 5000)
                      FROM pg_stat_activity
                     WHERE application_name = 'city reader'
                       AND datname = current_database()
                       AND state = 'idle in transaction'
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
