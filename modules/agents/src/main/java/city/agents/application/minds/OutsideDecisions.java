package city.agents.application.minds;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what programs that speak for residents decided, beside what models did. It follows the log for the
/// questions and for those that nobody answered, and is told of the answers, on a thread of its own. What it cannot
/// keep up with is not told later; the journal has it all the same.
final class OutsideDecisions implements AnswerWitness {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideDecisions.class);

    private static final EventFeed.Filter OF_RESIDENTS =
            new EventFeed.Filter(Optional.of("agents"), Optional.empty(), Optional.empty(), false);
    private static final String ASKED = "agents.mind-asked.v1";
    private static final String SETTLED = "agents.mind-settled.v1";
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /// Questions that were answered and of whose answer nobody told are forgotten, the oldest first.
    private static final int MOST_OPEN = 50_000;

    private static final int MOST_ANSWERS = 20_000;

    private final DecisionsPorts ports;
    private final EventFeed feed;
    private final AgentsReads agents;
    private final Diary diary;
    private final long begin;
    private final ArrayBlockingQueue<Said> said = new ArrayBlockingQueue<>(MOST_ANSWERS);
    private volatile boolean closing;

    /// Of the following thread.
    private final SequencedMap<Key, Open> open = new LinkedHashMap<>();

    private record Key(ResidentId resident, long question) {}

    private record Open(MindAsked asked, LoggedEvent event, long heardAt, String observationHash) {}

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
                feed.await(position, LOOK_EVERY);
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
        return reached;
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
        open.put(new Key(asked.resident(), asked.question()), new Open(asked, event, heardAt, hash));
        if (open.size() > MOST_OPEN) {
            open.pollFirstEntry();
        }
    }

    private void noteUnanswered(MindSettled settled, long heardAt) {
        var question = open.remove(new Key(settled.resident(), settled.question()));
        if (question != null) {
            diary.note(thought(question, Answered.NOTHING, settled.outcome(), "", heardAt));
        }
    }

    /// An answer that came too late, or a second time, changes nothing.
    private void note(Said answer) {
        switch (answer.result()) {
            case ActionResult.Done _, ActionResult.Talked _ -> note(answer, Outcome.FOLLOWED, "");
            case ActionResult.Refused refused
            when refused.refusal() != Refusal.TOO_LATE -> note(answer, Outcome.REFUSED, refused.words());
            case ActionResult.Refused _, ActionResult.NoSuchResident _ -> {}
        }
    }

    private void note(Said answer, Outcome outcome, String detail) {
        var question = open.remove(answer.key());
        if (question != null) {
            var action = Answered.again("", answer.action().wireName());
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
