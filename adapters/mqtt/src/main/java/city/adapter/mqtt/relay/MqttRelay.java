package city.adapter.mqtt.relay;

import city.adapter.mqtt.link.Backoff;
import city.adapter.mqtt.link.Message;
import city.adapter.mqtt.link.NotDelivered;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.Cursors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The follower that tells the log to the broker, on threads of its own; it never delays the city.
///
/// Public events go out in the order of the log, and the cursor follows what is acknowledged: after a lost
/// connection or a new start the first unacknowledged event is sent again, and all after it. So every
/// public event arrives at least once and, where the broker refuses nothing, in order. One that is refused
/// is tried again for ever, alone. Telemetry is sent once, after the public events that were read with it, and left out
/// while the relay is far behind.
public final class MqttRelay implements AutoCloseable {
    public static final String FOLLOWER = "mqtt";

    /// Enough to hide a round trip to a broker elsewhere; what is sent twice after a loss is no more than
    /// this.
    static final int MAX_UNACKNOWLEDGED = 64;

    /// Behind by more events than this, telemetry is history that nobody watches.
    static final int MAX_TELEMETRY_LAG = 5_000;

    /// Telemetry that is not written to the line yet; more means that the line is too slow for it.
    private static final int MAX_TELEMETRY_WAITING = 2_000;

    private static final long NOTHING = Long.MAX_VALUE;

    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(MqttRelay.class);

    private final EventFeed feed;
    private final Cursors cursors;
    private final EventMessages messages;
    private final StateTeller teller;
    private final Publisher publisher;
    private final Gate gate;
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    private final AtomicInteger telemetryWaiting = new AtomicInteger();
    private final Thread follower;
    private final Thread clock;
    private volatile boolean closing;
    private volatile long acknowledged;

    // Only the follower's thread touches what follows.
    private int toldConnection = Gate.CLOSED;
    private long retainAfter;
    private long telemetryTold;
    private long leftOutAfter = NOTHING;
    private int failures;
    private boolean careful;
    private boolean positioned;
    private long saved;
    private long savedAt = System.nanoTime();

    private MqttRelay(Kernel kernel, Cursors cursors, StateMessages states, Publisher publisher, Gate gate) {
        this.feed = kernel.events();
        this.cursors = cursors;
        this.messages = new EventMessages(states.prefix(), states.source(), kernel.generation());
        this.teller = new StateTeller(kernel, states, publisher, gate);
        this.publisher = publisher;
        this.gate = gate;
        this.follower = Thread.ofVirtual().name("mqtt-relay").unstarted(this::run);
        this.clock = Thread.ofVirtual().name("mqtt-clock").unstarted(teller);
    }

    /// Returns at once; goes on where the cursor of the name [#FOLLOWER] stands.
    ///
    /// @param gate the listener of the link behind the publisher
    public static MqttRelay start(
            Kernel kernel, Cursors cursors, StateMessages states, Publisher publisher, Gate gate) {
        var relay = new MqttRelay(kernel, cursors, states, publisher, gate);
        cursors.follow(FOLLOWER);
        relay.follower.start();
        relay.clock.start();
        return relay;
    }

    /// How many events of the log are not dealt with yet. Any thread.
    public long lag() {
        return Math.max(0, feed.lastSequence() - acknowledged);
    }

    /// Waits two seconds at most for what is left to be acknowledged, then saves the cursor and stops.
    @Override
    public void close() {
        try {
            var deadline = System.nanoTime() + DRAIN.toNanos();
            while (lag() > 0 && gate.connection() != Gate.CLOSED && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
            closing = true;
            teller.stop();
            follower.join(STOP);
            clock.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            closing = true;
            teller.stop();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            save();
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (!positioned) {
                position();
            }
            var connection = gate.await(PATIENCE);
            if (connection != Gate.CLOSED) {
                follow(connection);
            }
        } catch (RuntimeException broken) {
            LOG.warn("the MQTT relay could not go on; trying again", broken);
            pause();
        }
    }

    /// A cursor beyond the log was saved before a restore from a backup.
    private void position() {
        acknowledged = Math.min(cursors.find(FOLLOWER), feed.lastSequence());
        saved = acknowledged;
        positioned = true;
    }

    private void follow(int connection) throws InterruptedException {
        if (connection != toldConnection) {
            retainAfter = teller.tellRetained();
            toldConnection = connection;
        }
        var begin = acknowledged;
        var window = new Window(careful ? 1 : MAX_UNACKNOWLEDGED, begin);
        var position = begin;
        while (goesOn(connection, window) && !(careful && acknowledged > begin)) {
            note(window);
            if (feed.await(position, PATIENCE)) {
                position = tell(position, connection, window);
            }
        }
        note(window);
        judge(window, begin);
    }

    private boolean goesOn(int connection, Window window) {
        return !closing && gate.connection() == connection && window.failure().isEmpty();
    }

    /// Public events first: somebody counts on them, and no order is promised between them and telemetry.
    ///
    /// @return where to read on
    private long tell(long position, int connection, Window window) throws InterruptedException {
        var batch = read(position);
        var telemetry = new ArrayList<LoggedEvent>();
        for (var event : batch.events()) {
            if (event.audience() == Audience.TELEMETRY) {
                telemetry.add(event);
            } else if (!tell(event, connection, window)) {
                return event.sequence() - 1;
            }
            window.pass(event.sequence());
        }
        telemetry.forEach(this::tellOnce);
        window.pass(batch.scannedTo());
        return batch.scannedTo();
    }

    /// @return false when it should be told and could not be
    private boolean tell(LoggedEvent event, int connection, Window window) throws InterruptedException {
        var message = messages.of(event, retainAfter);
        return message.isEmpty() || send(event, message.get(), connection, window);
    }

    /// It is read again with a public event that has to be told again.
    private void tellOnce(LoggedEvent event) {
        if (event.sequence() > telemetryTold) {
            telemetryTold = event.sequence();
            messages.of(event, retainAfter).ifPresent(this::sendTelemetry);
        }
    }

    /// Telemetry that is old, or removed from the log, is history that nobody watches; what was left out is said.
    private EventFeed.Batch read(long position) {
        if (feed.lastSequence() - position <= MAX_TELEMETRY_LAG) {
            try {
                var batch = feed.read(position, Filter.ALL, EventFeed.MAX_BATCH);
                tellsAllAgain(position);
                return batch;
            } catch (BelowHorizon removed) {
                LOG.debug("telemetry was removed before it was told", removed);
            }
        }
        leftOutAfter = Math.min(leftOutAfter, position);
        return feed.read(position, Filter.LASTING, EventFeed.MAX_BATCH);
    }

    private void tellsAllAgain(long position) {
        if (leftOutAfter < position) {
            LOG.info("the moves and actions among events {} to {} were not told", leftOutAfter + 1, position);
        }
        leftOutAfter = NOTHING;
    }

    /// @return false when it could not be sent
    private boolean send(LoggedEvent event, Message message, int connection, Window window)
            throws InterruptedException {
        while (!window.awaitRoom(PATIENCE)) {
            if (!goesOn(connection, window)) {
                return false;
            }
            note(window);
        }
        window.add(event.sequence(), publisher.publish(message));
        note(window);
        return true;
    }

    private void sendTelemetry(Message message) {
        if (message.payload().length > Message.MAX_PAYLOAD_BYTES || telemetryWaiting.get() >= MAX_TELEMETRY_WAITING) {
            return;
        }
        telemetryWaiting.incrementAndGet();
        publisher.publish(message).whenComplete((done, failure) -> telemetryWaiting.decrementAndGet());
    }

    private void note(Window window) {
        acknowledged = window.acknowledged();
        if (System.nanoTime() - savedAt >= SAVE_EVERY.toNanos()) {
            save();
        }
    }

    /// What cannot be saved now is saved a second later; until then a restart would repeat it.
    private void save() {
        savedAt = System.nanoTime();
        if (acknowledged == saved) {
            return;
        }
        try {
            cursors.replace(FOLLOWER, acknowledged);
            saved = acknowledged;
        } catch (RuntimeException unreachable) {
            LOG.warn("the cursor of the MQTT relay could not be saved", unreachable);
        }
    }

    /// After a refusal, one event at a time until one passes: what comes after it must not overtake it again.
    private void judge(Window window, long begin) throws InterruptedException {
        if (acknowledged > begin) {
            failures = 0;
        }
        var refusal = window.failure()
                .filter(NotDelivered.class::isInstance)
                .map(NotDelivered.class::cast)
                .map(NotDelivered::reason);
        careful = refusal.filter(NotDelivered.Reason.REFUSED::equals).isPresent();
        if (careful) {
            LOG.warn(
                    "trying event {} again: {}",
                    acknowledged + 1,
                    window.failure().orElseThrow().getMessage());
        }
        if (window.failure().isPresent() && gate.connection() == toldConnection) {
            pause();
        }
    }

    private void pause() throws InterruptedException {
        failures++;
        var until = System.nanoTime() + backoff.delay(failures, 1).toNanos();
        while (!closing && System.nanoTime() < until) {
            Thread.sleep(20);
        }
    }
}
