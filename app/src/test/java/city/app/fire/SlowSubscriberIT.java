package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.fire.check.EventTexts;
import city.app.fire.check.Logged;
import city.app.fire.check.SubscriberCheck;
import city.app.fire.crowd.Subscriber;
import city.app.fire.crowd.Witness;
import city.app.fire.link.FaultProxy;
import city.app.fire.link.FaultProxy.Way;
import city.app.fire.process.Broker;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody subscribed to everything and does not read. The city does not wait; when the reader reads again, it is
/// shown what is new, sees that it missed something, and finds it in the log.
class SlowSubscriberIT {
    private static final Logger LOG = LoggerFactory.getLogger(SlowSubscriberIT.class);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    /// More than the broker keeps for one subscriber and the sockets hold.
    private static final long MANY_EVENTS = 40_000;

    private final Runs runs = new Runs();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        runs.close();
    }

    @Test
    void whoDoesNotReadDelaysNoTickAndCatchesUpFromTheLog() throws IOException {
        assumeTrue(Broker.isInstalled(), "mosquitto_sub is not installed");
        int mqttPort = Broker.freePort();
        var run = runs.start(
                Kept.in(folder.resolve("city")),
                "run",
                "--seed",
                "7",
                "--speed",
                "max",
                "--telemetry-days",
                "36500",
                "--port",
                "0",
                "--mqtt-port",
                String.valueOf(mqttPort));
        var caller = new Caller(run.awaitPort());
        try (var link = new FaultProxy(mqttPort);
                var subscriber = Subscriber.start(link.port(), folder.resolve("subscriber.err"))) {
            Witness.await("the subscription", PATIENCE, () -> subscriber.count() > 10);
            long alone = ticks(caller);
            long from = subscriber.heard().getLast().sequence();
            link.stall(Way.DOWN);

            long watched = ticks(caller);
            Witness.await("many events", PATIENCE, () -> last(caller) > from + MANY_EVENTS);
            caller.post("/world/clock/pause", "{}");
            Run.rest(Duration.ofSeconds(2));
            link.heal();

            var log = log(caller);
            long end = log.stream()
                    .filter(Logged::isTold)
                    .mapToLong(Logged::sequence)
                    .max()
                    .orElseThrow();
            Witness.await(
                    "the newest", PATIENCE, () -> subscriber.heard().getLast().sequence() >= end);
            var check = new SubscriberCheck(
                    from,
                    (topic, after, until) -> log.stream()
                            .filter(it -> it.topic().equals(topic) && it.sequence() > after && it.sequence() <= until)
                            .toList());
            check.hear(subscriber.heard());
            LOG.info("{} ticks alone, {} watched by one who does not read, {} gaps", alone, watched, check.gaps());
            assertThat(watched).isGreaterThan(alone / 3);
            assertThat(check.gaps()).isPositive();
            assertThat(check.compare(log, end)).isEmpty();
        }
    }

    private static long ticks(Caller caller) throws IOException {
        long before = caller.get("/world").number("tick").orElseThrow();
        Run.rest(A_WHILE);
        return caller.get("/world").number("tick").orElseThrow() - before;
    }

    private static long last(Caller caller) {
        try {
            return caller.get("/events?limit=1000&topic=none&after=0")
                    .number("scanned_to")
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of it, over HTTP, as the reader of a gap gets it.
    private static List<Logged> log(Caller caller) throws IOException {
        var log = new ArrayList<Logged>();
        long end = last(caller);
        for (long position = 0; position < end; ) {
            var page = caller.get("/events?limit=1000&after=" + position);
            log.addAll(EventTexts.in(page.body()));
            position = page.number("scanned_to").orElseThrow();
        }
        return log;
    }
}
