package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.BrokenLink;
import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.bench.Growth;
import city.world.spi.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a tick writes is bounded by what happened in it. Counted, not timed, so that it holds on any machine.
class CountsTest {
    /// The second morning, 06:00 to 13:00: people get up, walk, eat, and the early shifts change.
    private static final int FROM_TICK = 288;

    private static final int TO_TICK = FROM_TICK + 84;

    private static final int SMALL = 200;
    private static final int MIDDLE = 700;
    private static final int LARGE = 2_000;

    private static Counts small;
    private static Counts middle;
    private static Counts large;

    /// What one commit took.
    private record Cost(int statements, int rows, int events) {}

    /// @param walBytes of all of them
    private record Counts(int residents, List<Cost> costs, long walBytes) {
        double mean(ToIntFunction<Cost> figure) {
            return costs.stream().mapToInt(figure).average().orElseThrow();
        }

        int max(ToIntFunction<Cost> figure) {
            return costs.stream().mapToInt(figure).max().orElseThrow();
        }

        double walPerTick() {
            return (double) walBytes / costs.size();
        }

        void print() {
            System.out.printf(
                    "%,d residents, %d ticks: statements %.1f (max %d), rows %.0f (max %d), events %.0f (max %d), "
                            + "WAL %,.0f bytes a tick%n",
                    residents,
                    costs.size(),
                    mean(Cost::statements),
                    max(Cost::statements),
                    mean(Cost::rows),
                    max(Cost::rows),
                    mean(Cost::events),
                    max(Cost::events),
                    walPerTick());
        }
    }

    @BeforeAll
    static void runThreeTowns(@TempDir Path data) throws Exception {
        small = run(data.resolve("small"), SMALL);
        middle = run(data.resolve("middle"), MIDDLE);
        large = run(data.resolve("large"), LARGE);
        List.of(small, middle, large).forEach(Counts::print);
    }

    /// One statement for each table and kind of change, and those of the record itself.
    @Test
    void aCommitSendsNoMoreStatementsForTenTimesTheResidents() {
        int most = 32;

        assertThat(small.max(Cost::statements)).isLessThanOrEqualTo(most);
        assertThat(large.max(Cost::statements)).isLessThanOrEqualTo(most);
    }

    @Test
    void onlyWhatChangedIsWritten() {
        double ofSmall = small.mean(Cost::rows) / SMALL;
        double ofLarge = large.mean(Cost::rows) / LARGE;
        System.out.printf("rows a tick and resident: %.2f and %.2f%n", ofSmall, ofLarge);

        assertThat(ofSmall).isLessThan(0.75);
        assertThat(ofLarge).isLessThan(0.75).isBetween(ofSmall / 1.5, ofSmall * 1.5);
    }

    @Test
    void theLogOfTheDatabaseGrowsWithTheCityAndNoFaster() {
        double exponent = Growth.exponent(
                new double[] {SMALL, MIDDLE, LARGE},
                new double[] {small.walPerTick(), middle.walPerTick(), large.walPerTick()});
        System.out.printf("exponent of WAL by residents: %.3f%n", exponent);

        assertThat(exponent).isLessThanOrEqualTo(1.15);
    }

    private static Counts run(Path data, int residents) throws IOException {
        try (var database = PostgresForTests.freshDatabase();
                var link = new BrokenLink(BrokenLink.portOf(database.jdbcUrl()))) {
            var choice = CityOnADatabase.choice(database, link.through(database.jdbcUrl()));
            var counter = new Counter(database, link);
            var settings = CityOnADatabase.settings(data, choice, CityOnADatabase.founding("town", residents), TO_TICK);
            try (var folder = DataFolder.take(data);
                    var city = RunningCity.open(settings, folder, counter)) {
                assertThat(city.start().toCompletableFuture().join().trouble()).isEmpty();
            }
            return counter.counts(residents);
        }
    }

    /// Hears every commit on the city thread, which alone sends anything meanwhile.
    private static final class Counter implements Probe {
        private final TestDatabase database;
        private final BrokenLink link;
        private final List<Cost> costs = new ArrayList<>();
        private int commits;
        private int executedBefore;
        private long walFrom;
        private long walTo;

        Counter(TestDatabase database, BrokenLink link) {
            this.database = database;
            this.link = link;
        }

        Counts counts(int residents) {
            assertThat(costs).hasSize(TO_TICK - FROM_TICK);
            return new Counts(residents, costs, walTo - walFrom);
        }

        /// The first commit is the founding, each one after it a tick.
        @Override
        public void committed(int commands, int events, int rows, long commitNanos) {
            int executed = link.executed.get();
            int tick = commits++;
            if (tick > FROM_TICK) {
                costs.add(new Cost(executed - executedBefore, rows, events));
            }
            if (tick == FROM_TICK) {
                awaitKeyframe();
                executed = link.executed.get();
                walFrom = wal();
            }
            if (tick == TO_TICK) {
                walTo = wal();
            }
            executedBefore = executed;
        }

        @Override
        public void phaseRan(String participant, long nanos) {}

        @Override
        public void tickRan(long nanos, long lagNanos) {}

        @Override
        public void invariantViolated(String invariant) {
            throw new IllegalStateException(invariant);
        }

        /// The keyframe of the second day is written beside the city, and is not what is counted here.
        private void awaitKeyframe() {
            while (number("SELECT count(*) FROM world.keyframes") == 0) {
                Thread.onSpinWait();
            }
        }

        private long wal() {
            return number("SELECT pg_current_wal_insert_lsn() - '0/0'");
        }

        private long number(String sql) {
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
