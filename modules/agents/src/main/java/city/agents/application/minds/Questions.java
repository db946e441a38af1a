package city.agents.application.minds;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.StatusChanged;
import city.agents.AgentsReads.MindState;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.ResidentStatus;
import city.agents.Thought;
import city.agents.domain.deadline.Stagger;
import city.agents.spi.MindsPorts;
import city.world.ResidentId;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    /// Where the clock waits for this to have heard of a tick, also of one in which nothing happened.
    private static final Duration GLANCE = Duration.ofMillis(2);

    private static final Comparator<Awake> MOST_SALIENT_FIRST = Comparator.comparingInt(
                    (Awake it) -> it.asked().occasion().salience())
            .reversed();

    private final MindsPorts ports;
    private final EventFeed feed;
    private final Thinker thinker;
    private final Optional<Dreamer> dreamer;
    private final Duration deadline;
    private final Timetable timetable;
    private final long begin;
    private long scheduled;
    private volatile boolean closing;

    /// @param dreamer  empty where nobody looks back
    /// @param deadline from somebody's place in the stagger to the action
    Questions(MindsPorts ports, Thinker thinker, Optional<Dreamer> dreamer, Duration deadline) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.thinker = thinker;
        this.dreamer = dreamer;
        this.deadline = deadline;
        this.timetable = new Timetable(ports.earlier().lastTick().orElse(-1), ports.nanos());
        this.begin = feed.lastSequence();
        this.scheduled = ports.kernel().snapshot().tick();
        if (timetable.reaches(scheduled)) {
            ports.kernel().pace().holdWhile(this::isBehind);
        }
    }

    void stop() {
        closing = true;
        timetable.stop();
    }

    void follow() {
        long position = begin;
        boolean resumed = false;
        while (!closing) {
            try {
                if (!resumed) {
                    resumed = true;
                    resume();
                }
                position = take(position);
                feed.await(position, timetable.reaches(scheduled) ? GLANCE : LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                if (closing) {
                    return; // nobody is left who could be asked
                }
                LOG.warn("questions to minds could not be read, and go to the routine", failure);
                timetable.end();
                position = Math.max(position, feed.lastSequence());
            }
        }
    }

    /// Questions that were open when the fork was made are answered as in the first city.
    private void resume() {
        var now = ports.kernel().snapshot();
        if (!timetable.reaches(now.tick())) {
            return;
        }
        long heardAt = ports.nanos().getAsLong();
        var replies = ports.earlier().toOpenQuestions(now.tick()).stream()
                .filter(it -> it.shared() || !it.needsSight() && isOpen(it.thought(), now))
                .toList();
        timetable.add(replies);
        for (var reply : replies) {
            var thought = reply.thought();
            var asked = new MindAsked(thought.resident(), thought.question(), MindKind.MODEL, thought.occasion());
            begin(question(asked, thought.tick(), thought.time(), heardAt, now));
        }
        timetable.hear(now.tick());
    }

    private boolean isOpen(Thought thought, Snapshot now) {
        return ports.agents()
                .mind(now, thought.resident())
                .filter(it -> it.questions() == thought.question())
                .flatMap(MindState::open)
                .isPresent();
    }

    private long take(long position) {
        long heardAt = ports.nanos().getAsLong();
        var now = ports.kernel().snapshot();
        var batch = feed.read(position, OF_RESIDENTS, EventFeed.MAX_BATCH);
        var awake = new ArrayList<Awake>();
        batch.events().forEach(it -> hear(it, heardAt, awake));
        schedule(awake.stream().mapToLong(Awake::tick).reduce(now.tick(), Math::max));
        awake.sort(MOST_SALIENT_FIRST);
        var stagger = Stagger.of(ports.kernel().pace().ticksPerSecond(), deadline);
        for (int i = 0; i < awake.size(); i++) {
            var each = awake.get(i);
            long after = stagger.spread(patience(each)) * i / awake.size();
            begin(question(each.asked(), each.tick(), each.event().time(), heardAt + after, asOf(each.tick())));
        }
        if (batch.scannedTo() >= now.sequence()) {
            timetable.hear(now.tick());
        }
        return batch.scannedTo();
    }

    /// The city as it was right after a tick, or as it is where that is no longer known.
    private Snapshot asOf(long tick) {
        var ofTick = ports.kernel().snapshotOfTick();
        return ofTick.tick() == tick ? ofTick : ports.kernel().snapshot();
    }

    /// All up to a tick.
    private void schedule(long tick) {
        while (scheduled < tick && timetable.reaches(scheduled + 1)) {
            timetable.add(ports.earlier().toQuestionsOf(++scheduled));
        }
    }

    private Question question(MindAsked asked, long tick, Instant time, long wokeAt, Snapshot seen) {
        return new Question(asked, tick, time, wokeAt, seen, timetable.claim(asked.resident(), tick));
    }

    private boolean isBehind() {
        return timetable.holds(ports.kernel().snapshot().tick());
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

    /// Whoever has an appointment need not wait for its part of the tick.
    private void begin(Question question) {
        long now = ports.nanos().getAsLong();
        long nanos = question.appointment() == Appointment.NONE ? question.wokeAt() - now : 0;
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
    }
}
