package city.adapter.mqtt.relay;

import city.world.kernel.access.Kernel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the clock and the head by looking at the city from time to time: the newest wins, and nothing is
/// told while the broker is away or slow.
final class StateTeller implements Runnable {
    /// So at most 20 ticks a second are told, each at most so late.
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private static final Duration HEAD_EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(StateTeller.class);

    private final Kernel kernel;
    private final StateMessages messages;
    private final Publisher publisher;
    private final Gate gate;
    private volatile boolean closing;

    // Only the teller's own thread touches what follows.
    private CompletableFuture<@Nullable Void> lastTick = CompletableFuture.completedFuture(null);
    private CompletableFuture<@Nullable Void> lastHead = CompletableFuture.completedFuture(null);
    private long toldTick = -1;
    private long toldHeadTick = -1;
    private long toldHeadSequence = -1;
    private long headAt;

    StateTeller(Kernel kernel, StateMessages messages, Publisher publisher, Gate gate) {
        this.kernel = kernel;
        this.messages = messages;
        this.publisher = publisher;
        this.gate = gate;
        this.headAt = System.nanoTime();
    }

    /// Tells everything that is retained, as after every connection. Any thread.
    ///
    /// @return the sequence of the last event that what was told reflects
    long tellRetained() {
        var snapshot = kernel.snapshot();
        publisher.publish(messages.info(snapshot));
        publisher.publish(messages.weather(snapshot));
        publisher.publish(messages.head(snapshot));
        return snapshot.sequence();
    }

    @Override
    public void run() {
        while (!closing) {
            try {
                Thread.sleep(LOOK_EVERY);
                if (gate.connection() != Gate.CLOSED) {
                    look();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("the clock could not be told over MQTT", failure);
            }
        }
    }

    void stop() {
        closing = true;
    }

    private void look() {
        var snapshot = kernel.snapshot();
        if (snapshot.tick() != toldTick && lastTick.isDone()) {
            toldTick = snapshot.tick();
            lastTick = publisher.publish(messages.tick(snapshot));
        }
        var isDue = System.nanoTime() - headAt >= HEAD_EVERY.toNanos();
        var isNew = snapshot.tick() != toldHeadTick || snapshot.sequence() != toldHeadSequence;
        if (isDue && isNew && lastHead.isDone()) {
            headAt = System.nanoTime();
            toldHeadTick = snapshot.tick();
            toldHeadSequence = snapshot.sequence();
            lastHead = publisher.publish(messages.head(snapshot));
        }
    }
}
