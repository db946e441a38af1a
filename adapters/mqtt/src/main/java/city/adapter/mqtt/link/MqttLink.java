package city.adapter.mqtt.link;

import city.adapter.mqtt.link.NotDelivered.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A publisher that stays connected to one MQTT 5 broker: it comes back by itself, after a growing and
/// jittered wait, with a clean session and its status published first. It keeps no message across
/// connections. Whoever publishes has a log and goes on in it after [LinkListener#connected].
///
/// [#publish] and [#connected] may be called from any thread and never block. All else happens on one
/// thread of the link, on which futures are completed too: do lasting work with the `…Async` methods.
public final class MqttLink implements AutoCloseable {
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

    private final LinkSettings settings;
    private final LinkListener listener;
    private final @Nullable Mailbox mailbox;
    private final RandomGenerator chance;
    private final ScheduledExecutorService loop;

    private final LongAdder sent = new LongAdder();

    /// The session in which messages may be published; set after its status is acknowledged.
    private volatile @Nullable Session ready;

    // Only the loop touches what follows.
    private @Nullable Session session;
    private int failures;
    private boolean closed;

    MqttLink(LinkSettings settings, LinkListener listener, @Nullable Mailbox mailbox, RandomGenerator chance) {
        this.settings = settings;
        this.listener = listener;
        this.mailbox = mailbox;
        this.chance = chance;
        this.loop = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mqtt-link").daemon().factory());
    }

    /// Returns at once and connects in the background; a broker that is not there is no error, it may come.
    public static MqttLink open(LinkSettings settings, LinkListener listener) {
        return open(settings, listener, null);
    }

    /// Like the other, and listens. What is published while there is no connection does not arrive.
    public static MqttLink open(LinkSettings settings, LinkListener listener, @Nullable Mailbox mailbox) {
        var link = new MqttLink(settings, listener, mailbox, new SecureRandom());
        link.loop.execute(link::connect);
        link.loop.scheduleWithFixedDelay(
                link::watch, WATCH_EVERY.toMillis(), WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return link;
    }

    public boolean connected() {
        return ready != null;
    }

    /// Sends in the order of the calls. The future ends when the broker has acknowledged the message (QoS
    /// 1) or when it is written to the line (QoS 0), or with [NotDelivered]; it always ends.
    public CompletableFuture<@Nullable Void> publish(Message message) {
        var over = ready;
        if (over == null) {
            return CompletableFuture.failedFuture(
                    new NotDelivered(Reason.NOT_CONNECTED, "no connection to " + settings.broker()));
        }
        sent.increment();
        return over.publish(message);
    }

    /// How many messages were given to a connection so far; one that is sent again counts again. Any thread.
    public long sent() {
        return sent.sum();
    }

    /// Says goodbye with the offline status when it can, in two seconds at most, and lets go. What is
    /// unacknowledged fails.
    @Override
    public void close() {
        var over = ready;
        if (over != null) {
            awaitQuietly(publish(settings.offline().get()));
        }
        var shut = new CompletableFuture<@Nullable Void>();
        tell(loop, () -> {
            shut();
            shut.complete(null);
        });
        awaitQuietly(shut);
        loop.shutdownNow();
    }

    private void connect() {
        if (closed) {
            return;
        }
        try {
            var attempt = new Session[1];
            var made = new Session(
                    new PahoConnection(settings, reason -> tell(loop, () -> lost(attempt[0], reason)), this::receive),
                    loop);
            attempt[0] = made;
            session = made;
            made.connection()
                    .connect(() -> tell(loop, () -> greet(made)), reason -> tell(loop, () -> lost(made, reason)));
            var patience = settings.connectTimeout().plus(GOODBYE);
            loop.schedule(() -> giveUpOn(made), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (MqttException | IllegalArgumentException refused) {
            lost(session, String.valueOf(refused.getMessage()));
        }
    }

    /// Publishes the status before anybody hears that the link is up.
    private void greet(Session made) {
        if (made != session) {
            return;
        }
        made.publish(settings.online().get()).whenComplete((done, failure) -> {
            if (failure == null) {
                listen(made);
            } else {
                lost(made, String.valueOf(failure.getMessage()));
            }
        });
    }

    /// A broker that lets us publish and not listen is still good for what we publish.
    private void listen(Session made) {
        if (mailbox == null || made != session) {
            opened(made);
            return;
        }
        try {
            made.connection()
                    .subscribe(
                            mailbox.filter(),
                            refusal -> tell(loop, () -> {
                                if (!refusal.isEmpty()) {
                                    LOG.warn("the MQTT broker does not let us hear {}: {}", mailbox.filter(), refusal);
                                }
                                opened(made);
                            }));
        } catch (MqttException broken) {
            lost(made, String.valueOf(broken.getMessage()));
        }
    }

    private void receive(Received message) {
        if (mailbox != null) {
            mailbox.received(message);
        }
    }

    private void opened(Session made) {
        if (made != session) {
            return;
        }
        if (failures > 0) {
            LOG.info("connected to the MQTT broker at {} again", settings.broker());
        }
        failures = 0;
        ready = made;
        notifyListener(listener::connected);
    }

    private void lost(@Nullable Session gone, String reason) {
        if (gone != session || closed) {
            return;
        }
        var wasReady = ready != null;
        ready = null;
        session = null;
        if (gone != null) {
            Thread.ofVirtual().name("mqtt-dispose").start(gone.connection()::dispose);
            gone.end(Reason.CONNECTION_LOST, reason);
        }
        failures++;
        var delay = settings.backoff().delay(failures, chance.nextDouble());
        logLoss(reason, delay);
        if (wasReady) {
            notifyListener(() -> listener.lost(reason));
        }
        loop.schedule(this::connect, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Paho is not maintained; should it ever forget to say that the line is dead, this finds out.
    private void watch() {
        var over = ready;
        if (over != null && !over.connection().isOpen()) {
            lost(over, "the connection is dead");
        }
    }

    private void giveUpOn(Session made) {
        if (made == session && ready == null) {
            lost(made, "no answer within " + settings.connectTimeout());
        }
    }

    private void shut() {
        closed = true;
        var over = session;
        ready = null;
        session = null;
        if (over != null) {
            over.end(Reason.NOT_CONNECTED, "the link is closed");
            over.connection().disconnect();
        }
    }

    /// Hands over what a thread of Paho's has to say.
    static void tell(Executor loop, Runnable news) {
        try {
            loop.execute(news);
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("MQTT news after the link was closed");
        }
    }

    private void notifyListener(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            LOG.error("a listener of the MQTT link failed", failure);
        }
    }

    private void logLoss(String reason, Duration delay) {
        if (failures == 1) {
            LOG.warn("no connection to the MQTT broker at {} ({}); trying again", settings.broker(), reason);
        } else {
            LOG.debug("try {} to reach {} failed ({}); next in {}", failures, settings.broker(), reason, delay);
        }
    }

    private static void awaitQuietly(CompletableFuture<@Nullable Void> future) {
        try {
            future.get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException noAnswer) {
            LOG.debug("the MQTT link closed without an answer from the broker", noAnswer);
        }
    }
}
