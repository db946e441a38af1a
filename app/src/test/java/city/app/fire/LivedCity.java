package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import city.app.wiring.StoppedCity;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;

/// A city that runs for some days while it is asked and told things from outside, and stops. Then its record can be
/// looked at, and written to behind its back.
final class LivedCity implements AutoCloseable {
    private static final int TICKS_A_DAY = 288;

    /// Who is asleep cannot wait; the refusal is journaled like any answer.
    private static final int ACTION_REFUSED = 409;

    private final Runs runs = new Runs();
    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final Kept kept;
    private String last = "";

    LivedCity(Path data) {
        kept = Kept.in(data, database);
    }

    /// Changes a table until closed; then it is as it was.
    interface Change extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /// Runs it from its founding to its end, and commands a bit of everything meanwhile.
    void live(int days) throws IOException, SQLException {
        var ticks = String.valueOf(days * TICKS_A_DAY);
        var run = start("run", "--seed", "5", "--ticks", ticks, "--speed", "max", "--port", "0", "--mqtt-port", "0");
        var outside = new Visitor(new Caller(run.awaitPort())).meddle();
        last = run.lastLine();
        assertThat(run.exitCode()).as(run::complaints).isZero();
        assertThat(outside)
                .hasSizeGreaterThanOrEqualTo(30)
                .allMatch(it -> it.status() < 300 || it.status() == ACTION_REFUSED);
        assertThat(number("SELECT count(*) FROM world.journal WHERE tick > 0")).isGreaterThanOrEqualTo(25);
        assertThat(number("SELECT count(DISTINCT tick) FROM world.journal")).isGreaterThanOrEqualTo(5);
    }

    /// Its end, as a word of the command line tells it.
    String end(String told) {
        return last.replace("stopped at", told);
    }

    /// Starts a word of the command line on it.
    Run start(String... words) {
        return runs.start(kept, words);
    }

    /// What a look at it found, in the words of {@link #end}.
    ///
    /// @throws city.app.Failure as the look does
    String look(Function<StoppedCity, StoppedCity.Found> question) {
        try (var city = StoppedCity.open(kept.data(), kept.choice())) {
            var found = question.apply(city);
            return "found at tick %d, state %s".formatted(found.tick(), found.stateHash());
        }
    }

    long number(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// As PostgreSQL calls it.
    String typeOf(String table, String column) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT %s FROM %s LIMIT 0".formatted(column, table))) {
            return rows.getMetaData().getColumnTypeName(1);
        }
    }

    Change change(String sql, String table) throws SQLException {
        execute("CREATE TABLE public.kept AS SELECT * FROM " + table, sql);
        return () -> execute(
                "DELETE FROM " + table,
                "INSERT INTO %s SELECT * FROM public.kept".formatted(table),
                "DROP TABLE public.kept");
    }

    @Override
    public void close() {
        runs.close();
        database.close();
    }

    private void execute(String... sentences) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var sql : sentences) {
                assertThat(statement.executeUpdate(sql))
                        .as(sql)
                        .isGreaterThanOrEqualTo(sql.startsWith("UPDATE") ? 1 : 0);
            }
        }
    }
}
