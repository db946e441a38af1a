package city.agents.application.minds;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.MindGaveUp;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.AnswerWitness;
import city.agents.MindKind;
import city.agents.Thought;
import city.agents.Thought.Asked;
import city.agents.application.minds.OutsideQuestion.Key;
import city.agents.domain.prompt.Prompt;
import city.agents.spi.DecisionsPorts;
import city.world.ResidentId;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.access.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds programs that speak for residents to deadline and budget, and writes down what they decided. It follows the
/// log for the questions and for those that nobody answered, and is told of the answers, on a thread of its own. What
/// it cannot keep up with is not told later; the journal has it all the same.
final class OutsideDecisions implements AnswerWitness {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideDecisions.class);

    private static final EventFeed.Filter OF_RESIDENTS =
            new EventFeed.Filter(Optional.of("agents"), Optional.empty(), Optional.empty(), false);
    private static final String ASKED = "agents.mind-asked.v1";
    private static final String SETTLED = "agents.mind-settled.v1";
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    /// Questions that were answered and of whose answer nobody told are forgotten, the oldest first. Each holds what
    /// was seen, some 4 KB.
    private static final int MOST_OPEN = 10_000;

    private static final int MOST_ANSWERS = 20_000;

    /// A tenth of the deadline is for the commit.
    private static final int HAND_IN_SHARE = 10;

    /// So long after a question is settled an answer is written down with it. What is written again counts for the day
    /// of its writing, so it must not be long.
    private static final Duration LATEST = Duration.ofMinutes(5);

    /// At an end the diary must still be told.
    private static final Duration TO_END = Duration.ofSeconds(2);

    private static final String ACTOR = "mind";

    private final DecisionsPorts ports;
    private final EventFeed feed;
    private final Scenes scenes;
    private final Diary diary;
    private final long begin;
    private final ArrayBlockingQueue<Said> said = new ArrayBlockingQueue<>(MOST_ANSWERS);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    /// Of the following thread.
    private final SequencedMap<Key, OutsideQuestion> open = new LinkedHashMap<>();

    /// Of that thread too: those whose time was over, for answers that come late.
    private final SequencedMap<Key, Late> unanswered = new LinkedHashMap<>();

    /// @param until reading of the steady clock
    private record Late(Thought thought, long until) {}

    private record Said(Key key, Action action, ActionResult result, long at) {}

    OutsideDecisions(DecisionsPorts ports, Diary diary) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.scenes = Scenes.of(ports);
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

    /// Returns when what is open is noted: it was booked, and must be counted after a restart.
    void stop() {
        closing = true;
        try {
            if (!ended.await(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("what programs were asked last is not told");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when it was stopped.
    void follow() {
        try {
            followOn();
        } finally {
            long now = ports.nanos().getAsLong();
            open.values().forEach(it -> diary.note(it.unanswered(Outcome.RAN_OUT, "the city stopped", now)));
            ended.countDown();
        }
    }

    private void followOn() {
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
        long now = ports.nanos().getAsLong();
        long nanos = open.values().stream()
                .filter(it -> !it.gaveUp())
                .findFirst()
                .flatMap(it -> timeToAnswer().map(time -> it.heardAt() + time.toNanos() - now))
                .orElse(Long.MAX_VALUE);
        return Duration.ofNanos(Math.clamp(nanos, SHORTEST_WAIT.toNanos(), LOOK_EVERY.toNanos()));
    }

    private Optional<Duration> timeToAnswer() {
        return ports.limits().deadline().map(it -> it.minus(it.dividedBy(HAND_IN_SHARE)));
    }

    private void giveUpWhatIsDue() {
        long now = ports.nanos().getAsLong();
        while (!unanswered.isEmpty() && now - unanswered.firstEntry().getValue().until() > 0) {
            unanswered.pollFirstEntry();
        }
        timeToAnswer().ifPresent(time -> {
            for (var entry : open.sequencedEntrySet()) {
                if (entry.getValue().heardAt() + time.toNanos() - now > 0) {
                    return;
                }
                if (!entry.getValue().gaveUp()) {
                    giveUp(entry.getKey(), Outcome.TIMED_OUT);
                    entry.setValue(entry.getValue().givenUp());
                }
            }
        });
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
        var told = scenes.view(ports.kernel().snapshot(), asked.resident(), asked.occasion())
                .map(it -> scenes.glance(it, Prompt.USUAL_TOKENS))
                .orElse(Asked.NOTHING);
        var refusal = ports.limits().refuse(asked.resident());
        var question = new OutsideQuestion(asked, event, heardAt, told, refusal, refusal.isPresent());
        keep(open, question.key(), question);
        if (refusal.isPresent()) {
            giveUp(question.key(), Outcome.DECLINED);
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
        var thought = question.unanswered(settled.outcome(), question.refusal().orElse(""), heardAt);
        diary.note(thought);
        keep(unanswered, key, new Late(thought, heardAt + LATEST.toNanos()));
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
        if (before != null && answer.at() - before.until() <= 0) {
            diary.note(before.thought().butLate(answer.action().wireName()));
        }
    }

    private void note(Said answer, Outcome outcome, String detail) {
        var question = open.remove(answer.key());
        if (question != null) {
            diary.note(question.answered(answer.action().wireName(), outcome, detail, answer.at()));
        }
    }

    private static boolean isAnswered(Outcome outcome) {
        return outcome == Outcome.FOLLOWED || outcome == Outcome.REFUSED;
    }
}
