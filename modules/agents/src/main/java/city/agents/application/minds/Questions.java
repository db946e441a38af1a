package city.agents.application.minds;

import city.agents.AgentsEvent.MindAsked;
import city.agents.MindKind;
import city.agents.spi.MindsPorts;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the questions in the log and gives each to the thinker, on a thread of its own. It keeps no cursor and
/// begins
/// with the next one: those from before a start are closed by their residents' patience.
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private static final String TYPE = "agents.mind-asked.v1";
    private static final EventFeed.Filter ASKED =
            new EventFeed.Filter(Optional.of("agents"), Optional.of(TYPE), Optional.empty(), false);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final MindsPorts ports;
    private final EventFeed feed;
    private final Thinker thinker;
    private volatile boolean closing;

    Questions(MindsPorts ports, Thinker thinker) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.thinker = thinker;
    }

    void stop() {
        closing = true;
    }

    void follow() {
        long position = feed.lastSequence();
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
        var batch = feed.read(position, ASKED, EventFeed.MAX_BATCH);
        batch.events().forEach(it -> hand(it, heardAt));
        return batch.scannedTo();
    }

    private void hand(LoggedEvent event, long heardAt) {
        var fact = ports.reader().apply(event);
        if (fact.orElse(null) instanceof MindAsked asked && asked.mind() == MindKind.MODEL) {
            ports.executor().execute(() -> thinker.think(new Question(asked, event.tick(), event.time(), heardAt)));
        }
    }
}
