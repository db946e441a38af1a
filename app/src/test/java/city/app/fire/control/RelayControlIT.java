package city.app.fire.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.app.fire.check.LogCheck;
import city.app.fire.check.Logged;
import city.app.fire.check.RecordedLog;
import city.app.fire.check.SubscriberCheck;
import city.app.fire.crowd.Subscriber;
import city.app.fire.crowd.Witness;
import city.app.fire.process.Broker;
import city.app.fire.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The same kills and the same check, on a city that tells before it commits and on one that tells after: the first is
/// caught, the second is not. So what the other fire tests do not find is not there for them to find.
class RelayControlIT {
    private static final Logger LOG = LoggerFactory.getLogger(RelayControlIT.class);

    /// An eager city is hit by about every second kill.
    private static final int MOST_KILLS = 12;

    private static final int KILLS = 4;
    private static final int LONGEST_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random = new Random(Long.getLong("city.fire.seed", System.nanoTime()));

    @TempDir
    private Path folder;

    @Test
    void aCityThatTellsBeforeItCommitsIsCaught() throws Exception {
        assertThat(breaches(RelayedCity.BEFORE, MOST_KILLS)).anyMatch(RelayControlIT::isOfWhatNeverHappened);
    }

    @Test
    void aCityThatTellsAfterTheCommitIsNot() throws Exception {
        assertThat(breaches(RelayedCity.AFTER, KILLS)).isEmpty();
    }

    private static boolean isOfWhatNeverHappened(String breach) {
        return breach.matches("subscriber: (event|sequence) \\d+ was (heard as|two events).*");
    }

    /// After the first kill that was found out, or the last. An event that nobody heard is no such find: on a busy
    /// machine the subscriber comes late.
    private List<String> breaches(String when, int kills) throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        try (var database = PostgresForTests.freshDatabase();
                var broker = Broker.start(folder.resolve("broker.log"));
                var subscriber = Subscriber.start(broker.port(), folder.resolve("subscriber.err"))) {
            List<String> breaches = List.of();
            for (int i = 1; i <= kills && breaches.stream().noneMatch(RelayControlIT::isOfWhatNeverHappened); i++) {
                live(when, database, broker, subscriber);
                Run.rest(Duration.ofMillis(200));
                breaches = compare(database, subscriber.heard());
                LOG.info("told {} the commit, kill {}: {} breaches", when, i, breaches.size());
            }
            return breaches;
        }
    }

    /// It is killed at a random moment after the subscriber heard of it.
    private void live(String when, TestDatabase database, Broker broker, Subscriber subscriber)
            throws IOException, InterruptedException {
        int heardBefore = subscriber.count();
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RelayedCity.class.getName(),
                        when,
                        folder.resolve(when).toString(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        "tcp://127.0.0.1:" + broker.port()))
                .redirectError(folder.resolve("city.err").toFile())
                .start();
        try {
            awaitStanding(process);
            Witness.await("the subscriber heard of it", PATIENCE, () -> subscriber.count() > heardBefore);
            Run.rest(Duration.ofMillis(500 + random.nextInt(LONGEST_MILLIS)));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// Logging may say something of itself before.
    private void awaitStanding(Process process) throws IOException {
        var lines = process.inputReader();
        var line = lines.readLine();
        while (line != null && !line.equals("stands")) {
            line = lines.readLine();
        }
        assertThat(line).as(this::complaints).isEqualTo("stands");
    }

    private String complaints() {
        try {
            return Files.readString(folder.resolve("city.err"));
        } catch (IOException e) {
            return "it said nothing: " + e;
        }
    }

    /// As far as the subscriber has come: what was not told yet when the city died is told by the next one.
    private static List<String> compare(TestDatabase database, List<Logged> heard) throws SQLException {
        try (var connection = database.connect()) {
            var log = RecordedLog.read(connection);
            var check = new SubscriberCheck(
                    0,
                    (topic, after, until) -> log.stream()
                            .filter(it -> it.topic().equals(topic) && it.sequence() > after && it.sequence() <= until)
                            .toList());
            check.hear(heard);
            assertThat(heard).isNotEmpty();
            assertThat(LogCheck.breaches(log)).isEmpty();
            return check.compare(log, Math.min(log.size(), heard.getLast().sequence()));
        }
    }
}
