package city.agents.application.minds;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.StatusChanged;
import city.agents.AgentsReads.MindState;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.ResidentStatus;
import city.agents.domain.deadline.Stagger;
import city.agents.spi.MindsPorts;
import city.world.ResidentId;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the log for what minds are wanted for, on a thread of its own: questions go to the thinker, and who with a
/// model's mind falls asleep goes to the dreamer. It keeps no cursor and begins with the next event: questions from
/// before a start are closed by their residents' patience, and a night that was missed is made up for by the next.
///
/// A tick stands for a while of real time and says nothing of when in it somebody wakes. So those whom one tick
/// woke are asked one after another, the most salient first, spread over the tick by {@link Stagger}. The time of a
/// decision is counted from there: from when the commit that woke the resident was heard of, plus its place.
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private static final String ASKED = "agents.mind-asked.v1";
    private static final String STATUS = "agents.status-changed.v1";
    private static final EventFeed.Filter OF_RESIDENTS =
            new EventFeed.Filter(Optional.of("agents"), Optional.empty(), Optional.empty(), false);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Comparator<Awake> MOST_SALIENT_FIRST = Comparator.comparingInt(
                    (Awake it) -> it.asked().occasion().salience())
            .reversed();

    private final MindsPorts ports;
    private final EventFeed feed;
    private final Thinker thinker;
    private final Optional<Dreamer> dreamer;
    private final Duration deadline;
    private final long begin;
    private volatile boolean closing;

    /// @param dreamer  empty where nobody looks back
    /// @param deadline from somebody's place in the stagger to the action
    Questions(MindsPorts ports, Thinker thinker, Optional<Dreamer> dreamer, Duration deadline) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.thinker = thinker;
        this.dreamer = dreamer;
        this.deadline = deadline;
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
                if (closing) {
                    return; // nobody is left who could be asked
                }
                LOG.warn("questions to minds could not be read, and go to the routine", failure);
                position = Math.max(position, feed.lastSequence());
            }
        }
    }

    private long take(long position) {
        long heardAt = ports.nanos().getAsLong();
        var batch = feed.read(position, OF_RESIDENTS, EventFeed.MAX_BATCH);
        var awake = new ArrayList<Awake>();
        batch.events().forEach(it -> hear(it, heardAt, awake));
        var places = arrange(awake);
        var stagger = Stagger.of(ports.kernel().pace().ticksPerSecond(), deadline);
        for (int i = 0; i < awake.size(); i++) {
            long after = stagger.spread(patience(awake.get(i))) * i / awake.size();
            var place = i < places.size() ? places.get(i) : QueuePlace.first();
            begin(awake.get(i).question(heardAt + after, place));
        }
        return batch.scannedTo();
    }

    /// Puts them in the order in which they are to be asked: as they were answered in the city from which this one was
    /// forked, and after them the most salient first.
    ///
    /// @return of the first of them, who were answered there
    private List<QueuePlace> arrange(List<Awake> awake) {
        var earlier = new HashMap<Waiting, Integer>();
        for (long tick :
                awake.stream().mapToLong(Awake::tick).distinct().sorted().toArray()) {
            orderOf(tick).forEach(it -> earlier.putIfAbsent(new Waiting(tick, it), earlier.size()));
        }
        awake.sort(Comparator.comparingInt((Awake it) -> earlier.getOrDefault(it.waiting(), Integer.MAX_VALUE))
                .thenComparing(MOST_SALIENT_FIRST));
        var waiting = awake.stream().map(Awake::waiting).filter(earlier::containsKey);
        return QueuePlace.inOrder((int) waiting.count());
    }

    private List<ResidentId> orderOf(long tick) {
        try {
            return ports.earlier().order(tick);
        } catch (RuntimeException failure) {
            LOG.debug("the order of earlier replies could not be read: {}", failure.getMessage());
            return List.of();
        }
    }

    private void hear(LoggedEvent event, long heardAt, List<Awake> awake) {
        if (!event.type().equals(ASKED) && !event.type().equals(STATUS)) {
            return;
        }
        switch (ports.reader().apply(event).orElse(null)) {
            case MindAsked asked when asked.mind() == MindKind.MODEL -> awake.add(new Awake(asked, event));
            case StatusChanged it when it.to() == ResidentStatus.SLEEPING -> fellAsleep(it.resident(), event, heardAt);
            case null, default -> {}
        }
    }

    private void begin(Question question) {
        long now = ports.nanos().getAsLong();
        long nanos = question.wokeAt() - now;
        long handedOverAt = Math.max(question.wokeAt(), now);
        var when =
                nanos > 0 ? CompletableFuture.delayedExecutor(nanos, NANOSECONDS, ports.executor()) : ports.executor();
        when.execute(() -> thinker.think(question, handedOverAt));
    }

    private void fellAsleep(ResidentId resident, LoggedEvent event, long heardAt) {
        if (dreamer.isPresent() && hasModel(resident)) {
            var night = new Night(resident, event.sequence(), event.tick(), event.time(), heardAt);
            ports.executor().execute(() -> dreamer.get().dream(night));
        }
    }

    private boolean hasModel(ResidentId resident) {
        return settings(resident).filter(it -> it.kind() == MindKind.MODEL).isPresent();
    }

    private int patience(Awake awake) {
        return settings(awake.asked().resident()).map(MindSettings::patience).orElse(1);
    }

    private Optional<MindSettings> settings(ResidentId resident) {
        return ports.agents().mind(ports.kernel().snapshot(), resident).map(MindState::settings);
    }

    private record Awake(MindAsked asked, LoggedEvent event) {
        long tick() {
            return event.tick();
        }

        Waiting waiting() {
            return new Waiting(tick(), asked.resident());
        }

        Question question(long wokeAt, QueuePlace place) {
            return new Question(asked, tick(), event.time(), wokeAt, place);
        }
    }

    private record Waiting(long tick, ResidentId resident) {}
}
