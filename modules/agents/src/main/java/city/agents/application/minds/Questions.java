package city.agents.application.minds;

import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.StatusChanged;
import city.agents.MindKind;
import city.agents.ResidentStatus;
import city.agents.spi.MindsPorts;
import city.world.ResidentId;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the log for what minds are wanted for, on a thread of its own: questions go to the thinker, and who with a
/// model's mind falls asleep goes to the dreamer. It keeps no cursor and begins with the next event: questions from
/// before a start are closed by their residents' patience, and a night that was missed is made up for by the next.
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private static final String ASKED = "agents.mind-asked.v1";
    private static final String STATUS = "agents.status-changed.v1";
    private static final EventFeed.Filter OF_RESIDENTS =
            new EventFeed.Filter(Optional.of("agents"), Optional.empty(), Optional.empty(), false);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final MindsPorts ports;
    private final EventFeed feed;
    private final Thinker thinker;
    private final Optional<Dreamer> dreamer;
    private final long begin;
    private volatile boolean closing;

    /// @param dreamer empty where nobody looks back
    Questions(MindsPorts ports, Thinker thinker, Optional<Dreamer> dreamer) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.thinker = thinker;
        this.dreamer = dreamer;
        this.begin = feed.lastSequence();
    }

    void stop() {
        closing = true;
    }

    void follow() {
        long position = begin;
        while (!closing) {
            try {
                if (feed.await(position, LOOK_EVERY)) {
                    position = take(position);
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("questions to minds could not be read, and go to the routine", failure);
                position = Math.max(position, feed.lastSequence());
            }
        }
    }

    private long take(long position) {
        long heardAt = ports.nanos().getAsLong();
        var batch = feed.read(position, OF_RESIDENTS, EventFeed.MAX_BATCH);
        batch.events().forEach(it -> hand(it, heardAt));
        return batch.scannedTo();
    }

    private void hand(LoggedEvent event, long heardAt) {
        if (!event.type().equals(ASKED) && !event.type().equals(STATUS)) {
            return;
        }
        switch (ports.reader().apply(event).orElse(null)) {
            case MindAsked asked
            when asked.mind() == MindKind.MODEL ->
                ports.executor().execute(() -> thinker.think(new Question(asked, event.tick(), event.time(), heardAt)));
            case StatusChanged it when it.to() == ResidentStatus.SLEEPING -> fellAsleep(it.resident(), event, heardAt);
            case null, default -> {}
        }
    }

    private void fellAsleep(ResidentId resident, LoggedEvent event, long heardAt) {
        if (dreamer.isPresent() && hasModel(resident)) {
            var night = new Night(resident, event.sequence(), event.tick(), event.time(), heardAt);
            ports.executor().execute(() -> dreamer.get().dream(night));
        }
    }

    private boolean hasModel(ResidentId resident) {
        return ports.agents()
                .mind(ports.kernel().snapshot(), resident)
                .filter(it -> it.settings().kind() == MindKind.MODEL)
                .isPresent();
    }
}
