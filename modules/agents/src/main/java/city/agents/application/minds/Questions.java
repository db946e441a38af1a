package city.agents.application.minds;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import city.agents.AgentsEvent.MindAsked;
import city.agents.MindKind;
import city.agents.spi.MindsPorts;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the questions in the log and gives each to the thinker, on a thread of its own. It keeps no cursor and
/// begins with the next one: those from before a start are closed by their residents' patience.
///
/// A tick stands for a while of real time and says nothing of when in it somebody wakes. So those whom one tick woke
/// are
/// asked one after another, the most salient first, spread over what the tick's time leaves beside the deadline.
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private static final String TYPE = "agents.mind-asked.v1";
    private static final EventFeed.Filter ASKED =
            new EventFeed.Filter(Optional.of("agents"), Optional.of(TYPE), Optional.empty(), false);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final double NANOS_PER_SECOND = 1e9;

    /// The rest is for the tick itself and its commit.
    private static final double SHARE_OF_TICK = 0.9;

    private static final Comparator<Awake> MOST_SALIENT_FIRST = Comparator.comparingInt(
                    (Awake it) -> it.asked().occasion().salience())
            .reversed();

    private final MindsPorts ports;
    private final EventFeed feed;
    private final Thinker thinker;
    private final Duration deadline;
    private volatile boolean closing;

    /// @param deadline from when somebody wakes to the action
    Questions(MindsPorts ports, Thinker thinker, Duration deadline) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.thinker = thinker;
        this.deadline = deadline;
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
        var awake = batch.events().stream()
                .flatMap(it -> awake(it).stream())
                .sorted(MOST_SALIENT_FIRST)
                .toList();
        long apart = awake.isEmpty() ? 0 : slackNanos() / awake.size();
        for (int i = 0; i < awake.size(); i++) {
            begin(awake.get(i).question(heardAt + i * apart));
        }
        return batch.scannedTo();
    }

    private Optional<Awake> awake(LoggedEvent event) {
        return ports.reader()
                .apply(event)
                .filter(it -> it instanceof MindAsked asked && asked.mind() == MindKind.MODEL)
                .map(it -> new Awake((MindAsked) it, event));
    }

    /// Of a tick's time beside the deadline; nothing where ticks are shorter.
    private long slackNanos() {
        double tick = NANOS_PER_SECOND / ports.kernel().pace().ticksPerSecond();
        return Math.max(0, (long) (tick * SHARE_OF_TICK) - deadline.toNanos());
    }

    private void begin(Question question) {
        long nanos = question.wokeAt() - ports.nanos().getAsLong();
        CompletableFuture.delayedExecutor(nanos, NANOSECONDS, ports.executor()).execute(() -> thinker.think(question));
    }

    private record Awake(MindAsked asked, LoggedEvent event) {
        Question question(long wokeAt) {
            return new Question(asked, event.tick(), event.time(), wokeAt);
        }
    }
}
