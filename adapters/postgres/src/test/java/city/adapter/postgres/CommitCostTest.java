package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.world.kernel.EventType.Audience;
import city.world.spi.CityRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommitCostTest {
    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final MadeUpCity city = new MadeUpCity();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aCommitOfTwoThousandRowsSendsAsManyStatementsAsOneOfTwoHundred() throws Exception {
        try (var link = new BrokenLink(BrokenLink.portOf(database.jdbcUrl()));
                var adapter =
                        Adapters.open(Adapters.settings(link.through(database.jdbcUrl()), database, "city"), city)) {
            var record = adapter.record();
            record.claim();
            commitOf(2_000, 1, record);

            int few = statementsOf(200, 2, record, link);
            int many = statementsOf(2_000, 3, record, link);

            // BEGIN, head, journal, events, answers, one update, COMMIT
            assertThat(few).isEqualTo(7);
            assertThat(many).isEqualTo(few);
        }
    }

    /// Prints what a commit takes; nothing is asserted, for the machine is not ours.
    @Test
    @Tag("long")
    void theTimeOfACommitIsMeasured() {
        try (var adapter = Adapters.on(database, city)) {
            adapter.record().claim();
            commitOf(10_000, 1, adapter.record());
            for (int rows : new int[] {1, 100, 1_000, 10_000}) {
                var millis = new double[30];
                for (int i = 0; i < millis.length; i++) {
                    millis[i] = commitOf(rows, 100 + i, adapter.record()) / 1e6;
                }
                Arrays.sort(millis);
                System.out.printf("%,d rows and events: median %.1f ms, p90 %.1f ms%n", rows, millis[15], millis[27]);
            }
        }
    }

    private int statementsOf(int rows, long salt, CityRecord record, BrokenLink link) {
        int before = link.executed.get();
        commitOf(rows, salt, record);
        return link.executed.get() - before;
    }

    private long commitOf(int rows, long salt, CityRecord record) {
        city.touchWide(rows, salt);
        for (int i = 0; i < rows; i++) {
            city.happen(new UUID(1, i), i % 2 == 0 ? Audience.PUBLIC : Audience.TELEMETRY, salt);
        }
        city.answer("operator", "key " + salt + " " + rows, Instant.now());
        var commit = city.commit();
        long start = System.nanoTime();
        record.commit(commit, _ -> {});
        long nanos = System.nanoTime() - start;
        city.stored(commit);
        return nanos;
    }
}
