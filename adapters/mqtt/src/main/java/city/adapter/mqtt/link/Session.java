package city.adapter.mqtt.link;

import city.adapter.mqtt.link.NotDelivered.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/// The messages of one connection, in the order of the calls: some wait, at most a window of them is on the line, and
/// none outlives the connection.
///
/// [#publish] may be called from any thread and never blocks. All else happens on the link's thread.
final class Session {
    /// Accepted and not yet acknowledged; at 500 bytes each about 5 MB.
    static final int MAX_OUTSTANDING = 10_000;

    /// Handed to Paho at a time; enough to fill the line, few enough to lose little.
    private static final int WANTED_WINDOW = 256;

    private static final Duration WHEN_FULL = Duration.ofMillis(10);

    private final PahoConnection connection;
    private final ScheduledExecutorService loop;
    private final AtomicInteger outstanding = new AtomicInteger();

    // Only the loop touches what follows.
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final Set<Pending> inFlight = new LinkedHashSet<>();
    private boolean ended;

    Session(PahoConnection connection, ScheduledExecutorService loop) {
        this.connection = connection;
        this.loop = loop;
    }

    PahoConnection connection() {
        return connection;
    }

    /// The future always ends, with [NotDelivered] when the message was not acknowledged.
    CompletableFuture<@Nullable Void> publish(Message message) {
        if (outstanding.incrementAndGet() > MAX_OUTSTANDING) {
            outstanding.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new NotDelivered(Reason.BACKLOG_FULL, MAX_OUTSTANDING + " messages are not acknowledged yet"));
        }
        var pending = new Pending(message);
        try {
            loop.execute(() -> accept(pending));
        } catch (RejectedExecutionException afterClose) {
            fail(pending, Reason.NOT_CONNECTED, "the link is closed");
        }
        return pending.done();
    }

    /// The connection is of no more use: what is unacknowledged fails, and so does what comes later.
    void end(Reason reason, String why) {
        ended = true;
        var all = new ArrayList<>(inFlight);
        all.addAll(waiting);
        inFlight.clear();
        waiting.clear();
        all.forEach(pending -> fail(pending, reason, why));
    }

    private void accept(Pending pending) {
        if (ended) {
            fail(pending, Reason.CONNECTION_LOST, "the connection was lost");
            return;
        }
        waiting.addLast(pending);
        pump();
    }

    private void pump() {
        while (!waiting.isEmpty() && inFlight.size() < connection.window(WANTED_WINDOW)) {
            var next = waiting.removeFirst();
            if (!send(next)) {
                waiting.addFirst(next);
                loop.schedule(this::pump, WHEN_FULL.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
        }
    }

    /// False when Paho has no room now.
    private boolean send(Pending pending) {
        inFlight.add(pending);
        try {
            connection.publish(pending.message(), refusal -> MqttLink.tell(loop, () -> settle(pending, refusal)));
        } catch (MqttException refused) {
            inFlight.remove(pending);
            if (refused.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT) {
                return false;
            }
            fail(pending, Reason.CONNECTION_LOST, String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException malformed) {
            inFlight.remove(pending);
            fail(pending, Reason.REFUSED, String.valueOf(malformed.getMessage()));
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
            fail(pending, Reason.REFUSED, refusal);
        }
        pump();
    }

    private void fail(Pending pending, Reason reason, String why) {
        outstanding.decrementAndGet();
        pending.done()
                .completeExceptionally(
                        new NotDelivered(reason, pending.message().topic() + ": " + why));
    }
}
