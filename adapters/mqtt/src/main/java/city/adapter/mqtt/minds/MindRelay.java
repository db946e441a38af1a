package city.adapter.mqtt.minds;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.mqtt.MindDesk;
import city.adapter.mqtt.link.Mailbox;
import city.adapter.mqtt.link.Message;
import city.adapter.mqtt.link.Received;
import city.adapter.mqtt.relay.Gate;
import city.adapter.mqtt.relay.Publisher;
import city.world.ResidentId;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks over MQTT what residents wait for, and carries the answers in. A question is for now: what was asked while the
/// broker was away is asked nobody, and the residents' patience ends it.
public final class MindRelay implements Mailbox, AutoCloseable {
    private static final Filter ASKED =
            new Filter(Optional.empty(), Optional.of("agents.mind-asked.v1"), Optional.empty(), false);

    /// Answers that are being carried out; each waits for its commit. What comes beyond is dropped.
    private static final int MOST_UNDER_WAY = 1_024;

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(MindRelay.class);

    private final EventFeed feed;
    private final MindDesk desk;
    private final MindTopics topics;
    private final Gate gate;
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private volatile Publisher publisher = _ -> CompletableFuture.completedFuture(null);
    private volatile boolean closing;

    /// @param prefix stands before every topic, empty or ending in `/`
    /// @param gate   the listener of the link that this is the mailbox of
    public MindRelay(EventFeed feed, MindDesk desk, String prefix, Gate gate) {
        this.feed = feed;
        this.desk = desk;
        this.topics = new MindTopics(prefix);
        this.gate = gate;
    }

    /// Asks from now on.
    public void start(Publisher publisher) {
        this.publisher = publisher;
        Thread.ofVirtual().name("mqtt-minds").start(this::follow);
    }

    @Override
    public String filter() {
        return topics.intents();
    }

    @Override
    public void received(Received intent) {
        var resident = topics.ownerOf(intent.topic());
        if (closing || resident.isEmpty() || !room.tryAcquire()) {
            LOG.debug("an intent is dropped: {}", intent.topic());
            return;
        }
        Thread.ofVirtual().name("mqtt-intent").start(() -> {
            try {
                answer(resident.get(), intent);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "an intent for {} could not be carried out",
                        resident.get().value(),
                        failure);
            } finally {
                room.release();
            }
        });
    }

    @Override
    public void close() {
        closing = true;
    }

    private void answer(ResidentId resident, Received intent) {
        var outcome = desk.outcome(resident, new String(intent.payload(), UTF_8));
        var topic = topics.isReplyTopic(intent.responseTopic()) ? intent.responseTopic() : topics.outcome(resident);
        outcome.ifPresent(it -> publisher.publish(Message.reply(topic, it, intent.correlationData())));
    }

    private void follow() {
        var position = feed.lastSequence();
        while (!closing) {
            try {
                if (gate.await(PATIENCE) == Gate.CLOSED) {
                    position = feed.lastSequence();
                } else if (feed.await(position, PATIENCE)) {
                    position = ask(position);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("questions could not be asked over MQTT", failure);
                position = feed.lastSequence();
            }
        }
    }

    /// @return where to read on
    private long ask(long position) {
        try {
            var batch = feed.read(position, ASKED, EventFeed.MAX_BATCH);
            batch.events().stream()
                    .map(LoggedEvent::subject)
                    .collect(Collectors.toCollection(LinkedHashSet::new))
                    .forEach(it -> ask(new ResidentId(it)));
            return batch.scannedTo();
        } catch (BelowHorizon tooFarBehind) {
            return feed.lastSequence();
        }
    }

    private void ask(ResidentId resident) {
        desk.question(resident)
                .ifPresent(it -> publisher.publish(Message.reply(topics.observation(resident), it, new byte[0])));
    }
}
