package city.agents.application.minds;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.MindGaveUp;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.AgentsReads;
import city.agents.AnswerWitness;
import city.agents.MindKind;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Tier;
import city.agents.domain.prompt.ObservationHash;
import city.agents.spi.DecisionsPorts;
import city.world.ResidentId;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.access.Submission;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds programs that speak for residents to deadline and budget, and writes down what they decided, beside what
/// models
/// did. It follows the log for the questions and for those that nobody answered, and is told of the answers, on a
/// thread of its own. What it cannot keep up with is not told later; the journal has it all the same.
final class OutsideDecisions implements AnswerWitness {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideDecisions.class);

    private static final EventFeed.Filter OF_RESIDENTS =
            new EventFeed.Filter(Optional.of("agents"), Optional.empty(), Optional.empty(), false);
    private static final String ASKED = "agents.mind-asked.v1";
    private static final String SETTLED = "agents.mind-settled.v1";
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    /// Questions that were answered and of whose answer nobody told are forgotten, the oldest first.
    private static final int MOST_OPEN = 50_000;

    private static final int MOST_ANSWERS = 20_000;

    /// A tenth of the deadline is for the commit.
    private static final int HAND_IN_SHARE = 10;

    private static final String ACTOR = "mind";

    private final DecisionsPorts ports;
    private final EventFeed feed;
    private final AgentsReads agents;
    private final Diary diary;
    private final long begin;
    private final ArrayBlockingQueue<Said> said = new ArrayBlockingQueue<>(MOST_ANSWERS);
    private volatile boolean closing;

    /// Of the following thread.
    private final SequencedMap<Key, Open> open = new LinkedHashMap<>();

    /// Of that thread too: those whose time was over, for answers that come late.
    private final SequencedMap<Key, Thought> unanswered = new LinkedHashMap<>();

    /// Of that thread too: until when an answer is waited for, the next first.
    private final ArrayDeque<Due> due = new ArrayDeque<>();

    private record Key(ResidentId resident, long question) {}

    /// @param refusal why it was not asked; empty when it was
    private record Open(
            MindAsked asked, LoggedEvent event, long heardAt, String observationHash, Optional<String> refusal) {}

    private record Due(Key key, long at) {}

    private record Said(Key key, Action action, ActionResult result, long at) {}

    OutsideDecisions(DecisionsPorts ports, Diary diary) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.agents = ports.agents();
        this.diary = diary;
        this.begin = feed.lastSequence();
    }

    @Override
    public void answered(ResidentId resident, long question, Action action, ActionResult result) {
        if (!said.offer(new Said(
                new Key(resident, question), action, result, ports.nanos().getAsLong()))) {
            LOG.debug("the answer to question {} of {} is not told", question, resident);
        }
    }

    void stop() {
        closing = true;
    }

    /// Returns when it was stopped.
    void follow() {
        long position = begin;
        while (!closing) {
            try {
                feed.await(position, untilNextDue());
                position = catchUp(position);
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                if (closing) {
                    return; // what is left is not told any more
                }
                LOG.warn("what programs decide for residents could not be read, and is not told", failure);
                position = Math.max(position, feed.lastSequence());
            }
        }
    }

    /// A question stands in the log before anybody can answer it. So of the answers that came until now the questions
    /// are known when the log is read.
    private long catchUp(long position) {
        var answers = new ArrayList<Said>();
        said.drainTo(answers);
        long reached = position;
        long head = feed.lastSequence();
        while (reached < head) {
            var batch = feed.read(reached, OF_RESIDENTS, EventFeed.MAX_BATCH);
            long heardAt = ports.nanos().getAsLong();
            batch.events().forEach(it -> hear(it, heardAt));
            reached = batch.scannedTo();
        }
        answers.forEach(this::note);
        giveUpWhatIsDue();
        return reached;
    }

    private Duration untilNextDue() {
        var next = due.peekFirst();
        long nanos = next == null ? Long.MAX_VALUE : next.at() - ports.nanos().getAsLong();
        return Duration.ofNanos(Math.clamp(nanos, SHORTEST_WAIT.toNanos(), LOOK_EVERY.toNanos()));
    }

    private void giveUpWhatIsDue() {
        long now = ports.nanos().getAsLong();
        while (!due.isEmpty() && due.peekFirst().at() - now <= 0) {
            var key = due.pollFirst().key();
            if (open.containsKey(key)) {
                giveUp(key, Outcome.TIMED_OUT);
            }
        }
    }

    /// The city says in the log what became of it.
    private void giveUp(Key key, Outcome why) {
        var command = new MindGaveUp(key.resident(), key.question(), why);
        ports.kernel()
                .submit(new Submission<>(command, ACTOR, Optional.empty()))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.debug("question {} of {} stays open", key.question(), key.resident(), failure);
                    }
                });
    }

    private void hear(LoggedEvent event, long heardAt) {
        if (!event.type().equals(ASKED) && !event.type().equals(SETTLED)) {
            return;
        }
        switch (ports.reader().apply(event).orElse(null)) {
            case MindAsked asked when asked.mind() == MindKind.EXTERNAL -> keep(asked, event, heardAt);
            case MindSettled it when !isAnswered(it.outcome()) -> noteUnanswered(it, heardAt);
            case null, default -> {}
        }
    }

    private void keep(MindAsked asked, LoggedEvent event, long heardAt) {
        var hash = agents.observe(ports.kernel().snapshot(), asked.resident())
                .map(ObservationHash::of)
                .orElse("");
        var key = new Key(asked.resident(), asked.question());
        var refusal = ports.limits().refuse(asked.resident());
        keep(open, key, new Open(asked, event, heardAt, hash, refusal));
        if (refusal.isPresent()) {
            giveUp(key, Outcome.DECLINED);
        } else {
            ports.limits()
                    .deadline()
                    .ifPresent(it -> due.add(new Due(
                            key, heardAt + it.minus(it.dividedBy(HAND_IN_SHARE)).toNanos())));
        }
    }

    private static <T> void keep(SequencedMap<Key, T> map, Key key, T value) {
        map.put(key, value);
        if (map.size() > MOST_OPEN) {
            map.pollFirstEntry();
        }
    }

    private void noteUnanswered(MindSettled settled, long heardAt) {
        var key = new Key(settled.resident(), settled.question());
        var question = open.remove(key);
        if (question == null) {
            return;
        }
        var said = question.refusal().isPresent() ? Answered.NOTHING : Answered.SILENCE;
        var thought =
                thought(question, said, settled.outcome(), question.refusal().orElse(""), heardAt);
        diary.note(thought);
        keep(unanswered, key, thought);
    }

    /// An answer that came too late is written down and changes nothing; a second one not even that.
    private void note(Said answer) {
        switch (answer.result()) {
            case ActionResult.Done _, ActionResult.Talked _ -> note(answer, Outcome.FOLLOWED, "");
            case ActionResult.Refused refused
            when refused.refusal() != Refusal.TOO_LATE -> note(answer, Outcome.REFUSED, refused.words());
            case ActionResult.Refused _, ActionResult.NoSuchResident _ -> noteLate(answer);
        }
    }

    private void noteLate(Said answer) {
        var before = unanswered.remove(answer.key());
        if (before != null) {
            diary.note(before.butLate(answer.action().wireName()));
        }
    }

    private void note(Said answer, Outcome outcome, String detail) {
        var question = open.remove(answer.key());
        if (question != null) {
            var action = Answered.byProgram(answer.action().wireName());
            diary.note(thought(question, action, outcome, detail, answer.at()));
        }
    }

    private static boolean isAnswered(Outcome outcome) {
        return outcome == Outcome.FOLLOWED || outcome == Outcome.REFUSED;
    }

    private static Thought thought(Open question, Answered answered, Outcome outcome, String detail, long at) {
        return new Thought(
                question.asked().resident(),
                question.asked().question(),
                question.event().tick(),
                question.event().time(),
                question.asked().occasion(),
                Tier.EXTERNAL,
                Asked.nothing(question.observationHash()),
                answered,
                outcome,
                detail,
                (int) Duration.ofNanos(Math.max(0, at - question.heardAt())).toMillis());
    }
}
