package city.app.fire.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.Failure;
import city.app.fire.check.LogCheck;
import city.app.fire.check.Logged;
import city.app.fire.check.RecordedLog;
import city.app.fire.check.SubscriberCheck;
import city.app.fire.crowd.Subscriber;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two processes want the same city. One has it at a time, and only that one writes.
class TwoCitiesIT {
    private static final Logger LOG = LoggerFactory.getLogger(TwoCitiesIT.class);
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
        takeOver(1);
    }

    @Test
    @Tag("long")
    void aCityThatIsReplacedFiveTimesLosesNothing() throws Exception {
        takeOver(5);
    }

    /// Each successor is the next that sleeps.
    private void takeOver(int times) throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        try (var broker = Broker.start(folder.resolve("broker.log"));
                var link = new FaultProxy(broker.port());
                var subscriber = Subscriber.start(broker.port(), folder.resolve("subscriber.err"))) {
            var shared = Map.of("CITY_MQTT_URL", "tcp://127.0.0.1:" + link.port());
            var owner = start(kept("city-0").with(shared));
            awaitTicks(new Caller(owner.awaitPort()));
            var strikes = new ArrayList<Strike>();
            for (int i = 1; i <= times; i++) {
                int before = subscriber.count();
                owner.pause();
                endSessions();
                long start = System.nanoTime();
                var successor = start(kept("city-" + i).with(shared));
                var caller = new Caller(successor.awaitPort());
                awaitTicks(caller);
                var ticking = Duration.ofNanos(System.nanoTime() - start);
                await("all is told", () -> isDrained(caller));
                var drained = Duration.ofNanos(System.nanoTime() - start);
                var noticed = awaken(owner, successor);
                awaitTicks(caller);
                requireQuiet(link);
                owner.terminate();
                assertThat(owner.exitCode()).isEqualTo(Failure.DOES_NOT_HOLD);
                strikes.add(new Strike(
                        "CITY_REPLACED", Optional.of(noticed), ticking, drained, before, subscriber.count()));
                owner = successor;
            }
            owner.terminate();
            assertThat(owner.exitCode()).as(owner::complaints).isZero();
            requireAllHeard(subscriber, strikes);
            var end = owner.lastLine().replaceFirst("^stopped at", "");
            assertThat(runs.end(owner.kept(), "verify")).endsWith(end);
            assertThat(runs.end(owner.kept(), "replay")).endsWith(end);
        }
    }

    /// @return how long it took the sleeper to see that the city is another's
    private static Duration awaken(Run sleeper, Run successor) throws IOException {
        var caller = new Caller(sleeper.awaitPort());
        long start = System.nanoTime();
        sleeper.resume();
        await("the sleeper has halted", () -> caller.ask("/health").body().contains("\"halted\""));
        var noticed = Duration.ofNanos(System.nanoTime() - start);
        assertThat(caller.ask("/health").body()).contains("taken over", "process " + successor.pid());
        return noticed;
    }

    private void requireAllHeard(Subscriber subscriber, List<Strike> strikes) throws SQLException {
        var log = log();
        var check = new SubscriberCheck(
                0,
                (topic, after, until) -> log.stream()
                        .filter(it -> it.topic().equals(topic) && it.sequence() > after && it.sequence() <= until)
                        .toList());
        long lastTold = RecordedLog.lastTold(log);
        await("the last event was heard", () -> subscriber.heard().getLast().sequence() >= lastTold);
        LOG.info("{}", Strikes.table(strikes, Strikes.hear(check, subscriber.heard(), strikes)));
        assertThat(LogCheck.breaches(log)).isEmpty();
        assertThat(check.compare(log, log.size())).isEmpty();
    }

    private static boolean isDrained(Caller caller) throws IOException {
        return Witness.meter(caller, "city_follower_lag_events{follower=\"mqtt\"}") == 0;
    }

    private List<Logged> log() throws SQLException {
        try (var connection = database.connect()) {
            return RecordedLog.read(connection);
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
