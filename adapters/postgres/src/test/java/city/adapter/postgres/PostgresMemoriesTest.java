package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.adapter.postgres.link.ReadFailed;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryStore;
import city.memory.spi.MemoryStore.Moved;
import city.memory.testing.Memories;
import city.memory.testing.MemoryStoreContract;
import city.world.kernel.CityClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The contract on a real server, and what stands beside it there.
class PostgresMemoriesTest extends MemoryStoreContract {
    private static final CityClock CLOCK = new CityClock(Instant.parse("2030-01-01T00:00:00Z"), Duration.ofMinutes(5));
    private static final String SPACE = "words-1";

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final PostgresAdapter adapter = PostgresAdapter.open(
            Adapters.settings(database.jdbcUrl(), database, "city, process 1 on host test"),
            List.of(),
            List.of(),
            List.of());

    @Override
    protected MemoryStore open(String space) {
        return adapter.memories(CLOCK, space);
    }

    @AfterEach
    void drop() {
        adapter.close();
        database.close();
    }

    @Test
    void cityTimeStandsBesideTheTick() throws SQLException {
        open(SPACE).append(List.of(remembered(1, 12)), 0, 1);

        assertThat(text("SELECT made_at AT TIME ZONE 'UTC' FROM memory.memories"))
                .isEqualTo("2030-01-01 01:00:00");
    }

    @Test
    void aBatchThatTheServerRefusesLeavesTheCursorWhereItWas() throws SQLException {
        var store = open(SPACE);
        store.append(List.of(remembered(1, 1)), 0, 5);
        execute("ALTER TABLE memory.memories ADD CHECK (tick < 10)");

        assertThatThrownBy(() -> store.append(List.of(remembered(2, 2), remembered(3, 30)), 5, 9))
                .isInstanceOf(ReadFailed.class);

        assertThat(store.cursor()).isEqualTo(5);
        assertThat(text("SELECT count(*) FROM memory.memories")).isEqualTo("1");
    }

    @Test
    void thePlaceThatAnEarlierReleasePutAsideIsTakenUpAgain() throws SQLException {
        execute("INSERT INTO memory.rested (sequence) VALUES (7)");

        assertThat(open(SPACE).cursor()).isEqualTo(7);
        assertThat(text("SELECT sequence FROM world.cursors WHERE follower = 'memory'"))
                .isEqualTo("7");
        assertThatThrownBy(() -> open(SPACE).append(List.of(), 0, 9)).isInstanceOf(Moved.class);
    }

    @Test
    void aMemoryOfNobodyIsFoundByTheAudit() {
        open(SPACE).append(List.of(remembered(1, 1)), 0, 1);

        assertThat(adapter.audit()).singleElement().asString().contains("somebody who lives or lived here");
    }

    private static Remembered remembered(long number, long tick) {
        return new Remembered(Memories.memory(number).madeAt(tick).get(), Memories.embedding(1, 2, 3));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = adapter.readers().getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private String text(String query) throws SQLException {
        try (var connection = adapter.readers().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
