package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import city.app.Failure;
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

/// The record of a city is tampered with: of each change to it, `replay` and `verify` find out. It has lived for three
/// days only, because some hundred looks replay them all.
class TamperedRecordIT {
    @TempDir
    private static Path folder;

    private static LivedCity city;

    @BeforeAll
    static void liveThreeDays() throws IOException, SQLException {
        city = new LivedCity(folder.resolve("city"));
        city.live(3);
    }

    @AfterAll
    static void end() {
        city.close();
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
            try (var _ = city.change(change, change.split(" ")[1])) {
                assertThat(failure(it -> it.verify())).as(change).contains("state and head differ");
            }
        }
        requireUntouched();
    }

    @Test
    void aChangeToTheJournalIsFound() throws SQLException {
        long end = city.number("SELECT max(ordinal) FROM world.journal");
        for (long ordinal : List.of(0L, end / 2, end)) {
            for (var change : List.of(
                    "payload = overlay(payload placing '~' from length(payload) / 2 for 1)",
                    "payload = payload || ' '",
                    "tick = tick + 1",
                    "actor = actor || 'x'",
                    "type = overlay(type placing 'x' from 1 for 1)",
                    "chain = overlay(chain placing (CASE left(chain, 1) WHEN '0' THEN '1' ELSE '0' END) from 1 for 1)",
                    "ordinal = ordinal + 1000000")) {
                requireFoundByBoth("UPDATE world.journal SET %s WHERE ordinal = %d".formatted(change, ordinal));
            }
        }
        requireUntouched();
    }

    @Test
    void aMissingJournalEntryIsFound() throws SQLException {
        long end = city.number("SELECT max(ordinal) FROM world.journal");
        for (long ordinal : List.of(0L, end / 2, end)) {
            requireFoundByBoth("DELETE FROM world.journal WHERE ordinal = " + ordinal);
        }
        requireUntouched();
    }

    @Test
    void aMissingEventIsFound() throws SQLException {
        long end = city.number("SELECT max(sequence) FROM world.events");
        for (long sequence : List.of(1L, end / 2, end)) {
            var sql = "DELETE FROM world.events WHERE sequence = " + sequence;
            try (var _ = city.change(sql, "world.events")) {
                assertThat(failure(it -> it.verify())).as(sql).contains("event");
            }
        }
        requireUntouched();
    }

    private static void requireFound(Table table, String column) throws SQLException {
        try (var _ = city.change(corruption(table, column), table.name())) {
            assertThat(failure(it -> it.replay(OptionalLong.empty())))
                    .as(column)
                    .isEqualTo("the journal gives another state than the record holds in " + table.name());
            assertThat(failure(it -> it.verify()))
                    .as(table.name() + "." + column)
                    .isNotEmpty();
        }
    }

    private static void requireFoundByBoth(String sql) throws SQLException {
        try (var _ = city.change(sql, "world.journal")) {
            assertThat(failure(it -> it.replay(OptionalLong.empty())))
                    .as("replay after " + sql)
                    .contains("journal");
            assertThat(failure(it -> it.verify())).as("verify after " + sql).contains("journal");
        }
    }

    /// What was changed was put back, so the next test begins with the city that was lived.
    private static void requireUntouched() {
        assertThat(city.look(it -> it.replay(OptionalLong.empty()))).isEqualTo(city.end("found at"));
    }

    private static String failure(Function<StoppedCity, StoppedCity.Found> question) {
        var thrown = catchThrowable(() -> city.look(question));
        assertThat(thrown).isInstanceOf(Failure.class);
        assertThat(((Failure) thrown).exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
        return String.valueOf(thrown.getMessage());
    }

    private static List<Table> tables() {
        return CityParts.assemble(Shards.sequential()).assembly().tables();
    }

    /// One value of one row becomes another; an empty table gets a row.
    private static String corruption(Table table, String column) throws SQLException {
        if (city.number("SELECT count(*) FROM " + table.name()) == 0) {
            var names = table.columns().stream().map(Column::name).toList();
            var zeros = table.columns().stream().map(TamperedRecordIT::zero).toList();
            return "INSERT INTO %s (row, %s) VALUES (0, %s)"
                    .formatted(table.name(), String.join(", ", names), String.join(", ", zeros));
        }
        var other =
                switch (city.typeOf(table.name(), column)) {
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
}
