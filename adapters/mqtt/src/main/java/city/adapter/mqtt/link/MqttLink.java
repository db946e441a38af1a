package city.adapter.mqtt.link;

import city.adapter.mqtt.link.NotDelivered.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.client.MqttClientException;
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
    /// Accepted and not yet acknowledged; at 500 bytes each about 5 MB.
    static final int MAX_OUTSTANDING = 10_000;

    /// Handed to Paho at a time; enough to fill the line, few enough to lose little.
    private static final int WANTED_WINDOW = 256;

    private static final Duration WHEN_FULL = Duration.ofMillis(10);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

    private final LinkSettings settings;
    private final LinkListener listener;
    private final RandomGenerator chance;
    private final ScheduledExecutorService loop;
    private final AtomicInteger outstanding = new AtomicInteger();

    /// The connection on which messages may be published; set after its status is acknowledged.
    private volatile @Nullable PahoConnection ready;

    // Only the loop touches what follows.
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final Set<Pending> inFlight = new LinkedHashSet<>();
    private @Nullable PahoConnection connection;
    private int failures;
    private boolean closed;

    MqttLink(LinkSettings settings, LinkListener listener, RandomGenerator chance) {
        this.settings = settings;
        this.listener = listener;
        this.chance = chance;
        this.loop = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mqtt-link").daemon().factory());
    }

    /// Returns at once and connects in the background; a broker that is not there is no error, it may come.
    public static MqttLink open(LinkSettings settings, LinkListener listener) {
        var link = new MqttLink(settings, listener, new SecureRandom());
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
            return failed(Reason.NOT_CONNECTED, "no connection to " + settings.broker());
        }
        if (outstanding.incrementAndGet() > MAX_OUTSTANDING) {
            outstanding.decrementAndGet();
            return failed(Reason.BACKLOG_FULL, MAX_OUTSTANDING + " messages are not acknowledged yet");
        }
        var pending = new Pending(message);
        try {
            loop.execute(() -> accept(over, pending));
        } catch (RejectedExecutionException afterClose) {
            end(pending, Reason.NOT_CONNECTED, "the link is closed");
        }
        return pending.done();
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
        tell(() -> {
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
            var attempt = new PahoConnection[1];
            var made = new PahoConnection(settings, reason -> tell(() -> lost(attempt[0], reason)));
            attempt[0] = made;
            connection = made;
            made.connect(() -> tell(() -> greet(made)), reason -> tell(() -> lost(made, reason)));
            var patience = settings.connectTimeout().plus(GOODBYE);
            loop.schedule(() -> giveUpOn(made), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (MqttException | IllegalArgumentException refused) {
            lost(connection, String.valueOf(refused.getMessage()));
        }
    }

    /// Publishes the status before anybody hears that the link is up.
    private void greet(PahoConnection made) {
        if (made != connection) {
            return;
        }
        var greeting = new Pending(settings.online().get());
        outstanding.incrementAndGet();
        accept(made, greeting);
        greeting.done().whenComplete((done, failure) -> {
            if (failure == null) {
                opened(made);
            } else {
                lost(made, String.valueOf(failure.getMessage()));
            }
        });
    }

    private void opened(PahoConnection made) {
        if (made != connection) {
            return;
        }
        if (failures > 0) {
            LOG.info("connected to the MQTT broker at {} again", settings.broker());
        }
        failures = 0;
        ready = made;
        notifyListener(listener::connected);
    }

    private void lost(@Nullable PahoConnection gone, String reason) {
        if (gone != connection || closed) {
            return;
        }
        var wasReady = ready != null;
        ready = null;
        connection = null;
        if (gone != null) {
            Thread.ofVirtual().name("mqtt-dispose").start(gone::dispose);
        }
        failEverything(Reason.CONNECTION_LOST, reason);
        failures++;
        var delay = settings.backoff().delay(failures, chance.nextDouble());
        logLoss(reason, delay);
        if (wasReady) {
            notifyListener(() -> listener.lost(reason));
        }
        loop.schedule(this::connect, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void accept(PahoConnection over, Pending pending) {
        if (over != connection) {
            end(pending, Reason.CONNECTION_LOST, "the connection was lost");
            return;
        }
        waiting.addLast(pending);
        pump();
    }

    private void pump() {
        var over = connection;
        while (over != null && !waiting.isEmpty() && inFlight.size() < over.window(WANTED_WINDOW)) {
            var next = waiting.removeFirst();
            if (!send(over, next)) {
                waiting.addFirst(next);
                loop.schedule(this::pump, WHEN_FULL.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
        }
    }

    /// False when Paho has no room now.
    private boolean send(PahoConnection over, Pending pending) {
        inFlight.add(pending);
        try {
            over.publish(pending.message(), refusal -> tell(() -> settle(pending, refusal)));
        } catch (MqttException refused) {
            inFlight.remove(pending);
            if (refused.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT) {
                return false;
            }
            end(pending, Reason.CONNECTION_LOST, String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException malformed) {
            inFlight.remove(pending);
            end(pending, Reason.REFUSED, String.valueOf(malformed.getMessage()));
        }
        return true;
    }

    private void settle(Pending pending, String refusal) {
        if (!inFlight.remove(pending)) {
            return;
        }
        if (refusal.isEmpty()) {
            outstanding.decrementAndGet();
            pending.done().complete(null);
        } else {
            end(pending, Reason.REFUSED, refusal);
        }
        pump();
    }

    private void failEverything(Reason reason, String why) {
        var all = new ArrayList<>(inFlight);
        all.addAll(waiting);
        inFlight.clear();
        waiting.clear();
        all.forEach(pending -> end(pending, reason, why));
    }

    private void end(Pending pending, Reason reason, String why) {
        outstanding.decrementAndGet();
        pending.done()
                .completeExceptionally(
                        new NotDelivered(reason, pending.message().topic() + ": " + why));
    }

    /// Paho is not maintained; should it ever forget to say that the line is dead, this finds out.
    private void watch() {
        var over = ready;
        if (over != null && !over.isOpen()) {
            lost(over, "the connection is dead");
        }
    }

    private void giveUpOn(PahoConnection made) {
        if (made == connection && ready == null) {
            lost(made, "no answer within " + settings.connectTimeout());
        }
    }

    private void shut() {
        closed = true;
        var over = connection;
        ready = null;
        connection = null;
        failEverything(Reason.NOT_CONNECTED, "the link is closed");
        if (over != null) {
            over.disconnect();
        }
    }

    private void tell(Runnable news) {
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

    private static CompletableFuture<@Nullable Void> failed(Reason reason, String why) {
        return CompletableFuture.failedFuture(new NotDelivered(reason, why));
    }
}
