package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.app.fork.Fork;
import city.world.kernel.Genesis;
import city.world.kernel.engine.EndState;
import city.world.spi.Probe;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A village that lived for a day under the rules before this program's, and for two more under this program's.
class UpgradeTest {
    private static final int NEW = Genesis.RULES_VERSION;
    private static final int OLD = NEW - 1;
    private static final int UPGRADE = 300;
    private static final int END = 820;
    private static final TestDatabase DATABASE = PostgresForTests.freshDatabase();

    @TempDir
    static Path data;

    private static EndState before;
    private static EndState after;

    @BeforeAll
    static void live() {
        before = run(UPGRADE, OLD);
        run(400, NEW);
        after = run(END, NEW);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void itGoesOnAndAllThatMustHoldHolds() {
        try (var city = stopped(NEW)) {
            var found = city.verify();

            assertThat(found.tick()).isEqualTo(END);
            assertThat(found.stateHash()).isEqualTo(after.stateHash());
        }
    }

    @Test
    void aReplayBeginsWhereTheRulesBeginAndSaysSo() {
        try (var city = stopped(NEW)) {
            var found = city.replay(OptionalLong.empty());

            assertThat(found.stateHash()).isEqualTo(after.stateHash());
            assertThat(found.note().orElseThrow())
                    .isEqualTo("replays from tick %d, where rules version %d begins; before it the city lived by "
                                    .formatted(UPGRADE, NEW)
                            + "rules version %d (ticks 0 to %d)".formatted(OLD, UPGRADE));
        }
    }

    @Test
    void aTickIsRebuiltFromTheKeyframeBeforeItAsFromFurtherBack() throws SQLException {
        assertThat(number("SELECT count(*) FROM world.keyframes WHERE cause = 1"))
                .isPositive();
        var near = replayTo(700);

        execute("CREATE TABLE public.days AS SELECT * FROM world.keyframes WHERE cause = 1");
        execute("CREATE TABLE public.blocks AS SELECT * FROM world.keyframe_blocks");
        execute("DELETE FROM world.keyframes WHERE cause = 1");
        try {
            assertThat(replayTo(700)).isEqualTo(near);
        } finally {
            execute("INSERT INTO world.keyframes SELECT * FROM public.days");
            execute("INSERT INTO world.keyframe_blocks SELECT * FROM public.blocks ON CONFLICT DO NOTHING");
        }
    }

    @Test
    void theEarlierPartBelongsToTheEarlierProgram() {
        try (var city = stopped(NEW)) {
            assertThatThrownBy(() -> city.replay(OptionalLong.of(100)))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("tick 100 was not lived by rules version " + NEW)
                    .hasMessageContaining("rules version %d (ticks 0 to %d)".formatted(OLD, UPGRADE));
        }
        try (var city = stopped(OLD)) {
            assertThat(city.replay(OptionalLong.of(UPGRADE)).stateHash()).isEqualTo(before.stateHash());
            assertThat(city.replay(OptionalLong.of(100)).tick()).isEqualTo(100);
            assertThatThrownBy(() -> city.replay(OptionalLong.empty())).isInstanceOf(Failure.class);
        }
    }

    @Test
    void aForkReachesBackToWhereTheRulesBegin(@TempDir Path place) {
        var choice = CityOnADatabase.choice(DATABASE);
        assertThatThrownBy(() -> new Fork(data, choice, UPGRADE - 1, place, Optional.empty()).run())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("give --at %d to %d".formatted(UPGRADE, END));

        new Fork(data, choice, UPGRADE, place, Optional.empty()).run();

        try (var fork = StoppedCity.open(place, Database.own(), NEW)) {
            assertThat(fork.verify().stateHash()).isEqualTo(before.stateHash());
            assertThat(fork.replay(OptionalLong.empty()).stateHash()).isEqualTo(before.stateHash());
        }
        assertThat(run(END, NEW, place, Database.own())).isEqualTo(after);
    }

    @Test
    void theEarlierProgramRunsItNoMore() {
        assertThatThrownBy(() -> run(END + 1, OLD))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(
                        "the city lives by rules version %d, and this program by %d. Run the release of rules %d"
                                .formatted(NEW, OLD, NEW));
    }

    @Test
    void verifyFindsADamagedRowOfAKeyframe() throws SQLException {
        var damage = "UPDATE world.keyframe_blocks SET packed = set_byte(packed, length(packed) / 2,"
                + " get_byte(packed, length(packed) / 2) # 1) WHERE block = 3 AND commit ="
                + " (SELECT commit FROM world.keyframes WHERE cause = 0)";
        execute(damage);
        try (var city = stopped(NEW)) {
            assertThatThrownBy(city::verify)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("at tick %d: block 3 cannot be unpacked".formatted(UPGRADE));
            assertThatThrownBy(() -> city.replay(OptionalLong.of(UPGRADE)))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("block 3 cannot be unpacked");
        } finally {
            execute(damage);
        }
    }

    @Test
    void verifyFindsAKeyframeThatStandsWhereTheJournalDoesNotPass() throws SQLException {
        var damage = "UPDATE world.keyframes SET next_ordinal = next_ordinal %s 1 WHERE cause = 0";
        execute(damage.formatted("+"));
        try (var city = stopped(NEW)) {
            assertThatThrownBy(city::verify).hasMessageContaining("the journal does not pass where it stands");
        } finally {
            execute(damage.formatted("-"));
        }
    }

    private static EndState run(long tick, int rules) {
        return run(tick, rules, data, CityOnADatabase.choice(DATABASE));
    }

    private static EndState run(long tick, int rules, Path path, Database.Choice choice) {
        var settings = CityOnADatabase.settings(path, choice, CityOnADatabase.founding("village", 25), tick);
        try (var folder = DataFolder.take(path);
                var city = RunningCity.open(
                        settings, folder, new Foundation(folder, settings.founding()), Probe.none(), rules)) {
            var end = city.start().toCompletableFuture().join();
            assertThat(end.trouble()).isEmpty();
            return end;
        }
    }

    private static String replayTo(long tick) {
        try (var city = stopped(NEW)) {
            return city.replay(OptionalLong.of(tick)).stateHash();
        }
    }

    private static StoppedCity stopped(int rules) {
        return StoppedCity.open(data, CityOnADatabase.choice(DATABASE), rules);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
