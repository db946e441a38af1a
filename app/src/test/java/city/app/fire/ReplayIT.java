package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.app.fire.process.Caller;
import city.app.fire.process.Caller.Said;
import city.app.fire.process.Kept;
import city.app.fire.process.Runs;
import city.app.wiring.CityParts;
import city.app.wiring.StoppedCity;
import city.world.kernel.Shards;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five days of a city that is asked and told things from outside, and then tampered with. A replay of the untouched
/// record ends in the same state; of each change to it, `replay` and `verify` find out.
class ReplayIT {
    private static final String FIVE_DAYS = "1440";

    /// Who is asleep cannot wait; the refusal is journaled like any answer.
    private static final int ACTION_REFUSED = 409;

    private static final Runs RUNS = new Runs();

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static Kept kept;
    private static String last;
    private static List<Said> outside;

    @BeforeAll
    static void liveFiveDays() throws IOException {
        database = PostgresForTests.freshDatabase();
        kept = Kept.in(folder.resolve("city"), database);
        var run = RUNS.start(
                kept, "run", "--seed", "5", "--ticks", FIVE_DAYS, "--speed", "max", "--port", "0", "--mqtt-port", "0");
        outside = new Visitor(new Caller(run.awaitPort())).meddle();
        last = run.lastLine();
        assertThat(run.exitCode()).as(run::complaints).isZero();
    }

    @AfterAll
    static void endAll() {
        RUNS.close();
        database.close();
    }

    @Test
    void aReplayEndsInTheStateOfTheRun() throws SQLException {
        assertThat(outside)
                .hasSizeGreaterThanOrEqualTo(30)
                .allMatch(it -> it.status() < 300 || it.status() == ACTION_REFUSED);
        assertThat(number("SELECT count(*) FROM world.journal WHERE tick > 0")).isGreaterThanOrEqualTo(25);
        assertThat(number("SELECT count(DISTINCT tick) FROM world.journal")).isGreaterThanOrEqualTo(5);

        assertThat(RUNS.end(kept, "replay")).isEqualTo(last.replace("stopped at", "replayed to"));
        assertThat(look(it -> it.verify())).as("verified").isEqualTo(last.replace("stopped at", "verified at"));
    }

    @Test
    void theCommandLineNamesTheTableThatWasChanged() throws SQLException {
        try (var _ = change("UPDATE economy.accounts SET balance = balance + 1 WHERE row = 1", "economy.accounts")) {
            var replay = RUNS.start(kept, "replay");
            assertThat(replay.exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
            assertThat(replay.complaints()).contains("economy.accounts");

            var verify = RUNS.start(kept, "verify");
            assertThat(verify.exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
        }
    }

    @Test
    void aChangeToAnyTableIsFoundAndTheTableNamed() throws SQLException {
        for (var table : tables()) {
            requireFound(table, table.columns().getLast().name());
        }
        requireUntouched();
    }

    @Test
    @Tag("long")
    void aChangeToAnyColumnIsFoundAndTheTableNamed() throws SQLException {
        for (var table : tables()) {
            for (var column : table.columns()) {
                requireFound(table, column.name());
            }
        }
        requireUntouched();
    }

    /// Such a row breaks whoever builds upon it, so it must be found before.
    @Test
    void aReferenceToNowhereIsFound() throws SQLException {
        for (var change : List.of(
                "UPDATE world.presence SET location = 1000000 WHERE row = 1",
                "UPDATE economy.accounts SET slot = -7 WHERE row = 5",
                "UPDATE agents.minds SET activity = 99, wake_at = -1 WHERE row = 1")) {
            try (var _ = change(change, change.split(" ")[1])) {
                assertThat(failure(it -> it.verify())).as(change).contains("state and head differ");
            }
        }
        requireUntouched();
    }

    @Test
    void aChangeToTheJournalIsFound() throws SQLException {
        long end = number("SELECT max(ordinal) FROM world.journal");
        for (long ordinal : List.of(0L, end / 2, end)) {
            for (var change : List.of(
                    "payload = overlay(payload placing '~' from length(payload) / 2 for 1)",
                    "payload = payload || ' '",
                    "tick = tick + 1",
                    "actor = actor || 'x'",
                    "type = overlay(type placing 'x' from 1 for 1)",
                    "chain = overlay(chain placing (CASE left(chain, 1) WHEN '0' THEN '1' ELSE '0' END) from 1 for 1)",
                    "ordinal = ordinal + 1000000")) {
                var sql = "UPDATE world.journal SET %s WHERE ordinal = %d".formatted(change, ordinal);
                try (var _ = change(sql, "world.journal")) {
                    requireFoundByBoth(sql);
                }
            }
        }
        requireUntouched();
    }

    @Test
    void aMissingJournalEntryIsFound() throws SQLException {
        long end = number("SELECT max(ordinal) FROM world.journal");
        for (long ordinal : List.of(0L, end / 2, end)) {
            var sql = "DELETE FROM world.journal WHERE ordinal = " + ordinal;
            try (var _ = change(sql, "world.journal")) {
                requireFoundByBoth(sql);
            }
        }
        requireUntouched();
    }

    @Test
    void aMissingEventIsFound() throws SQLException {
        long end = number("SELECT max(sequence) FROM world.events");
        for (long sequence : List.of(1L, end / 2, end)) {
            var sql = "DELETE FROM world.events WHERE sequence = " + sequence;
            try (var _ = change(sql, "world.events")) {
                assertThat(failure(it -> it.verify())).as(sql).contains("event");
            }
        }
        requireUntouched();
    }

    private static void requireFound(Table table, String column) throws SQLException {
        try (var _ = change(corruption(table, column), table.name())) {
            assertThat(failure(it -> it.replay(OptionalLong.empty())))
                    .as(column)
                    .isEqualTo("the journal gives another state than the record holds in " + table.name());
            assertThat(failure(it -> it.verify()))
                    .as(table.name() + "." + column)
                    .isNotEmpty();
        }
    }

    private static void requireFoundByBoth(String change) {
        assertThat(failure(it -> it.replay(OptionalLong.empty())))
                .as("replay after " + change)
                .contains("journal");
        assertThat(failure(it -> it.verify())).as("verify after " + change).contains("journal");
    }

    /// What was changed was put back, so the next test begins with the city that was lived.
    private static void requireUntouched() {
        assertThat(look(it -> it.replay(OptionalLong.empty()))).isEqualTo(last.replace("stopped at", "verified at"));
    }

    private static List<Table> tables() {
        return CityParts.assemble(Shards.sequential()).assembly().tables();
    }

    /// One value of one row becomes another; an empty table gets a row.
    private static String corruption(Table table, String column) throws SQLException {
        if (number("SELECT count(*) FROM " + table.name()) == 0) {
            var names = table.columns().stream().map(Column::name).toList();
            var zeros = table.columns().stream().map(ReplayIT::zero).toList();
            return "INSERT INTO %s (row, %s) VALUES (0, %s)"
                    .formatted(table.name(), String.join(", ", names), String.join(", ", zeros));
        }
        var other =
                switch (typeOf(table, column)) {
                    case "uuid" -> "gen_random_uuid()";
                    case "bytea" -> "%s || '\\x01'::bytea".formatted(column);
                    case "text", "varchar" -> "%s || 'x'".formatted(column);
                    default -> column + " + 1";
                };
        return "UPDATE %1$s SET %2$s = %3$s WHERE row = (SELECT max(row) FROM %1$s)"
                .formatted(table.name(), column, other);
    }

    private static String zero(Column column) {
        return switch (column) {
            case LongColumn _, IntColumn _ -> "0";
            case TextColumn _, BytesColumn _ -> "''";
            case UuidColumn _ -> "gen_random_uuid()";
        };
    }

    private static String typeOf(Table table, String column) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT %s FROM %s LIMIT 0".formatted(column, table.name()))) {
            return rows.getMetaData().getColumnTypeName(1);
        }
    }

    /// Changes a table until closed; then it is as it was.
    private static Change change(String sql, String table) throws SQLException {
        execute("CREATE TABLE public.kept AS SELECT * FROM " + table, sql);
        return () -> execute(
                "DELETE FROM " + table,
                "INSERT INTO %s SELECT * FROM public.kept".formatted(table),
                "DROP TABLE public.kept");
    }

    private interface Change extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static void execute(String... sentences) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var sql : sentences) {
                assertThat(statement.executeUpdate(sql))
                        .as(sql)
                        .isGreaterThanOrEqualTo(sql.startsWith("UPDATE") ? 1 : 0);
            }
        }
    }

    private static long number(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String failure(Function<StoppedCity, StoppedCity.Found> question) {
        var thrown = catchThrowable(() -> look(question));
        assertThat(thrown).isInstanceOf(Failure.class);
        assertThat(((Failure) thrown).exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
        return String.valueOf(thrown.getMessage());
    }

    private static String look(Function<StoppedCity, StoppedCity.Found> question) {
        try (var city = StoppedCity.open(kept.data(), kept.choice())) {
            var found = question.apply(city);
            return "verified at tick %d, state %s".formatted(found.tick(), found.stateHash());
        }
    }
}
