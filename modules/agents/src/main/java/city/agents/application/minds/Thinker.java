package city.agents.application.minds;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.MindGaveUp;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought;
import city.agents.Thought.Asked;
import city.agents.domain.deadline.AnswerTime;
import city.agents.domain.deadline.HandInTime;
import city.agents.domain.deadline.Stagger;
import city.agents.domain.deadline.Turns;
import city.agents.domain.precedent.Precedent;
import city.agents.domain.precedent.Precedents;
import city.agents.domain.prompt.Prompt;
import city.agents.spi.MindsPorts;
import city.agents.spi.MindsSettings;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.world.kernel.access.SubmissionFailed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Thinks about one question at a time, on the caller's thread: does what was decided in the same circumstances before,
/// or looks, remembers, asks a model within what budget and deadline leave, and hands in what it said. Whatever goes
/// wrong, the routine is told to decide, in time.
final class Thinker {
    private static final Logger LOG = LoggerFactory.getLogger(Thinker.class);

    /// Of the deadline: with less a model hardly answers, may charge all the same, and would look as if it were broken.
    private static final int LEAST_TO_ASK_SHARE = 2;

    /// Of what a model can do without: the rest is for the prompt.
    private static final int RECALL_PERCENT = 75;

    /// Of the deadline: whoever waited so long for a processor is one too many for this machine now, and those who were
    /// before need what it has to come to an end. A queue controlled by its delay, as in CoDel (RFC 8289).
    private static final int MOST_DELAY_SHARE = 5;

    private final MindsPorts ports;
    private final MindsSettings settings;
    private final Asking asking;
    private final Precedents precedents;
    private final Scenes scenes;
    private final Repetition repetition;
    private final Counter counter;
    private final Diary diary;
    private final Turns turns;
    private final HandInTime handInTime;
    private final AnswerTime answerTime = new AnswerTime();
    private final Duration leastToAsk;
    private final Duration mostDelay;

    Thinker(
            MindsPorts ports,
            MindsSettings settings,
            Asking asking,
            Precedents precedents,
            Scenes scenes,
            Diary diary) {
        this.ports = ports;
        this.settings = settings;
        this.asking = asking;
        this.precedents = precedents;
        this.scenes = scenes;
        this.repetition = new Repetition(scenes, settings.promptTokens());
        this.counter = new Counter(ports.kernel());
        this.diary = diary;
        long now = ports.nanos().getAsLong();
        var pace = ports.kernel().pace();
        this.turns = new Turns(
                settings.maxConcurrent(), settings.deadline(), () -> Stagger.tickNanos(pace.ticksPerSecond()), now);
        this.handInTime = new HandInTime(settings.deadline(), now);
        this.leastToAsk = settings.deadline().dividedBy(LEAST_TO_ASK_SHARE);
        this.mostDelay = settings.deadline().dividedBy(MOST_DELAY_SHARE);
    }

    /// How many questions may be under way now.
    int turns() {
        return turns.limit();
    }

    /// @param handedOverAt from when it waited for a processor
    void think(Question question, long handedOverAt) {
        var again = repetition.of(question);
        if (again.isPresent()) {
            settle(question, again.get());
        } else if (question.appointment() == Appointment.NONE) {
            thinkAnew(question, handedOverAt);
        } else {
            long now = ports.nanos().getAsLong();
            thinkAnew(question.asOf(now), now);
        }
    }

    private void thinkAnew(Question question, long handedOverAt) {
        long begun = ports.nanos().getAsLong();
        long due = question.wokeAt() + settings.deadline().toNanos() - handInTime.kept(begun);
        var conclusion = begun - handedOverAt > mostDelay.toNanos()
                ? Conclusion.none(Outcome.TIMED_OUT, "the machine was too busy to begin in time")
                : conclude(question, due);
        long concluded = ports.nanos().getAsLong();
        var settled = settle(question, conclusion);
        long now = ports.nanos().getAsLong();
        handInTime.took(Math.min(concluded, due), now);
        if (settled.isOfPrompt()) {
            turns.decided(Duration.ofNanos(now - question.wokeAt()), now);
        }
    }

    private Conclusion settle(Question question, Conclusion conclusion) {
        var settled = handIn(question, conclusion);
        learn(question, settled);
        var took = Duration.ofNanos(ports.nanos().getAsLong() - question.wokeAt());
        ports.probe().decided(settled.tier(), settled.outcome(), took);
        diary.note(new Thought(
                question.asked().resident(),
                question.asked().question(),
                question.tick(),
                question.time(),
                question.asked().occasion(),
                settled.tier(),
                settled.asked(),
                settled.answered(),
                settled.outcome(),
                settled.detail(),
                (int) took.toMillis()));
        return settled;
    }

    /// @param due when it must be handed in
    private Conclusion conclude(Question question, long due) {
        try {
            var again = findPrecedent(question);
            if (again.isPresent()) {
                return again.get();
            }
            if (!turns.tryTake(until(due).minus(timeToAnswer()))) {
                return Conclusion.none(Outcome.TIMED_OUT, "others were asked before, until there was no time left");
            }
            try {
                return timed(() -> view(question)
                        .map(it -> look(question, it, due).in(it.circumstances()))
                        .orElseGet(() -> Conclusion.none(Outcome.DECLINED, "the resident is not there any more")));
            } finally {
                turns.giveBack();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Conclusion.none(Outcome.DECLINED, "the city is stopping");
        } catch (RuntimeException failure) {
            LOG.warn("a question to a mind failed, and goes to the routine", failure);
            return Conclusion.none(Outcome.UNUSABLE, "a failure of the city's own; see its log");
        }
    }

    /// What was not waited for to its end counts as the whole deadline: to count how long was waited would make it the
    /// shorter, the less time is left to wait.
    private Conclusion timed(Supplier<Conclusion> thought) {
        long begun = ports.nanos().getAsLong();
        var conclusion = thought.get();
        answerTime.took(
                conclusion.outcome() == Outcome.TIMED_OUT
                        ? settings.deadline().toNanos()
                        : ports.nanos().getAsLong() - begun);
        return conclusion;
    }

    /// Who waits for a turn until less is left than an answer takes keeps it from somebody who would have one in time.
    private Duration timeToAnswer() {
        long most = settings.deadline().toNanos();
        return Duration.ofNanos(Math.clamp(answerTime.usual(), leastToAsk.toNanos(), most));
    }

    private Optional<View> view(Question question) {
        var asked = question.asked();
        return scenes.view(question.seen(), asked.resident(), asked.occasion());
    }

    private Optional<Conclusion> findPrecedent(Question question) {
        if (!precedents.areKept()) {
            return Optional.empty();
        }
        var view = view(question);
        return view.flatMap(View::circumstances)
                .flatMap(like -> precedents
                        .find(question.asked().resident(), like, question.tick())
                        .map(it -> Conclusion.again(it, like, scenes.glance(view.get(), settings.promptTokens()))));
    }

    /// A model's decision that was done is a precedent; one that is not possible any more is none.
    private void learn(Question question, Conclusion settled) {
        var resident = question.asked().resident();
        settled.circumstances().ifPresent(like -> {
            if (settled.precedent().isEmpty() && settled.outcome() == Outcome.FOLLOWED) {
                settled.action()
                        .map(it -> precedent(question, it, settled))
                        .ifPresent(it -> precedents.keep(resident, like, it));
            } else if (settled.precedent().isPresent() && settled.outcome() == Outcome.REFUSED) {
                precedents.drop(resident, like);
            }
        });
    }

    private static Precedent precedent(Question question, Action action, Conclusion settled) {
        return new Precedent(
                action,
                question.asked().question(),
                question.tick(),
                settled.answered().reason());
    }

    private Conclusion look(Question question, View view, long due) {
        var seen = scenes.look(view, toRecall(due));
        var prompt = Prompt.of(seen.scene(), settings.promptTokens());
        var told = Scenes.told(view, seen, prompt);
        var left = until(due);
        return left.compareTo(leastToAsk) < 0
                ? Conclusion.none(told, Thought.Answered.NOTHING, Outcome.TIMED_OUT, "no time was left to ask")
                : ask(question, prompt, told, left);
    }

    /// How long something may take to come to mind so that a model can still be asked.
    private Duration toRecall(long due) {
        return until(due).minus(leastToAsk).multipliedBy(RECALL_PERCENT).dividedBy(100);
    }

    private Conclusion ask(Question question, Prompt prompt, Asked told, Duration within) {
        var request = new ModelRequest(
                prompt.instructions(),
                prompt.input(),
                ports.grammar().schema(),
                ModelTier.QUICK,
                settings.answerTokens(),
                within);
        return switch (asking.ask(question.asked().resident(), request)) {
            case Asking.Said.Declined(var why) ->
                Conclusion.none(told, Thought.Answered.NOTHING, Outcome.DECLINED, why);
            case Asking.Said.Replied(var reply) -> Replies.read(reply, told, prompt.handles(), ports.grammar());
        };
    }

    private Conclusion handIn(Question question, Conclusion conclusion) {
        var asked = question.asked();
        try {
            if (conclusion.action().isEmpty()) {
                var none = new MindGaveUp(asked.resident(), asked.question(), conclusion.outcome());
                counter.submit(none, question.appointment());
                return conclusion;
            }
            var reply = new MindReplied(
                    asked.resident(), asked.question(), conclusion.action().get(), conclusion.precedent());
            return settled(conclusion, counter.submit(reply, question.appointment()));
        } catch (SubmissionFailed failed) {
            return conclusion.but(Outcome.RAN_OUT, "the city took no answer: " + failed.getMessage());
        }
    }

    private static Conclusion settled(Conclusion conclusion, ActionResult result) {
        return switch (result) {
            case ActionResult.Done _, ActionResult.Talked _ -> conclusion;
            case ActionResult.Refused refused ->
                refused.refusal() == Refusal.TOO_LATE
                        ? conclusion.but(Outcome.RAN_OUT, "it came when nobody waited any more")
                        : conclusion.but(Outcome.REFUSED, refused.words());
            case ActionResult.NoSuchResident _ -> conclusion.but(Outcome.RAN_OUT, "the resident is not there any more");
        };
    }

    private Duration until(long due) {
        return Duration.ofNanos(due - ports.nanos().getAsLong());
    }
}
