package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.app.fire.crowd.Witness;
import city.app.fire.link.FaultProxy;
import city.app.fire.process.Broker;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes want the same city. One has it at a time, and only that one writes.
class TwoCitiesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Runs runs = new Runs();
    private final TestDatabase database = PostgresForTests.freshDatabase();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        runs.close();
        database.close();
    }

    @Test
    void aSecondCityIsRefusedAndTheFirstDoesNotNotice() throws IOException {
        var first = start(kept("first"));
        var caller = new Caller(first.awaitPort());

        var second = start(kept("second"));

        assertThat(second.exitCode()).isEqualTo(Failure.COULD_NOT_START);
        assertThat(second.complaints()).contains("process " + first.pid()).contains("stop that city first");
        awaitTicks(caller);
        first.terminate();
        assertThat(first.exitCode()).isZero();
        assertThat(runs.end(kept("first"), "verify")).endsWith(first.lastLine().replaceFirst("^stopped at", ""));
    }

    /// As a machine that slept and was given up: it wakes up and believes that the city is its own.
    @Test
    void aCityThatWasReplacedWhileItSleptWritesNothingAndLeavesTheBroker() throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        try (var broker = Broker.start(folder.resolve("broker.log"));
                var link = new FaultProxy(broker.port())) {
            var shared = Map.of("CITY_MQTT_URL", "tcp://127.0.0.1:" + link.port());
            var first = start(kept("first").with(shared));
            var caller = new Caller(first.awaitPort());
            awaitTicks(caller);
            first.pause();
            endSessions();
            var second = start(kept("second").with(shared));
            var successor = new Caller(second.awaitPort());
            awaitTicks(successor);

            first.resume();

            await("the first has halted", () -> caller.ask("/health").body().contains("\"halted\""));
            assertThat(caller.ask("/health").body()).contains("taken over", "process " + second.pid());
            awaitTicks(successor);
            requireQuiet(link);
            first.terminate();
            assertThat(first.exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
            second.terminate();
            assertThat(second.exitCode()).as(second::complaints).isZero();
            var end = second.lastLine().replaceFirst("^stopped at", "");
            assertThat(runs.end(kept("second"), "verify")).endsWith(end);
            assertThat(runs.end(kept("second"), "replay")).endsWith(end);
        }
    }

    private Kept kept(String name) {
        return Kept.in(folder.resolve(name), database);
    }

    private Run start(Kept kept) {
        return runs.start(kept, "run", "--seed", "7", "--speed", "20", "--port", "0", "--mqtt-port", "0");
    }

    private void endSessions() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid, 5000)
                      FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
        }
    }

    /// Two that throw each other out would come again and again.
    private static void requireQuiet(FaultProxy link) {
        Run.rest(Duration.ofSeconds(2));
        int before = link.accepted();
        Run.rest(Duration.ofSeconds(5));
        assertThat(link.accepted()).as("connections to the broker").isEqualTo(before);
    }

    private static void awaitTicks(Caller caller) throws IOException {
        long tick = caller.get("/world").number("tick").orElseThrow();
        await("ticks", () -> caller.get("/world").number("tick").orElseThrow() > tick + 5);
    }

    private interface Question {
        boolean holds() throws IOException;
    }

    private static void await(String what, Question question) {
        Witness.await(what, PATIENCE, () -> {
            try {
                return question.holds();
            } catch (IOException e) {
                return false;
            }
        });
    }
}
