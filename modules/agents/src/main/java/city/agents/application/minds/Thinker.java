package city.agents.application.minds;

import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.MindGaveUp;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought;
import city.agents.Thought.Asked;
import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Verdict;
import city.agents.domain.prompt.ObservationHash;
import city.agents.domain.prompt.Prompt;
import city.agents.spi.EarlierReplies.EarlierReply;
import city.agents.spi.LanguageModel;
import city.agents.spi.MindsPorts;
import city.agents.spi.MindsSettings;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.agents.spi.ModelUsage;
import city.world.ResidentId;
import city.world.kernel.Command;
import city.world.kernel.access.Submission;
import city.world.kernel.access.SubmissionFailed;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Thinks about one question at a time, on the caller's thread: looks, remembers, asks a model within what budget and
/// deadline leave, and hands in what it said. Whatever goes wrong, the routine is told to decide, in time.
final class Thinker {
    private static final Logger LOG = LoggerFactory.getLogger(Thinker.class);

    private static final String ACTOR = "mind";

    /// Of the deadline: with less a model hardly answers, may charge all the same, and would look as if it were broken.
    private static final int LEAST_TO_ASK_SHARE = 2;

    /// Of the deadline, for handing in: the command waits for the commit in hand.
    private static final int HAND_IN_SHARE = 10;

    private final MindsPorts ports;
    private final MindsSettings settings;
    private final LanguageModel model;
    private final Governor governor;
    private final Scenes scenes;
    private final Diary diary;
    private final Semaphore turns;
    private final Duration leastToAsk;

    Thinker(MindsPorts ports, MindsSettings settings, LanguageModel model, Governor governor, Diary diary) {
        this.ports = ports;
        this.settings = settings;
        this.model = model;
        this.governor = governor;
        this.scenes = new Scenes(ports, settings.memories());
        this.diary = diary;
        this.turns = new Semaphore(settings.maxConcurrent(), true);
        this.leastToAsk = settings.deadline().dividedBy(LEAST_TO_ASK_SHARE);
    }

    void think(Question question) {
        var conclusion = conclude(question);
        var settled = handIn(question, conclusion);
        var took = Duration.ofNanos(ports.nanos().getAsLong() - question.wokeAt());
        ports.probe().decided(settled.outcome(), took);
        diary.note(new Thought(
                question.asked().resident(),
                question.asked().question(),
                question.tick(),
                question.time(),
                question.asked().occasion(),
                settled.asked(),
                settled.answered(),
                settled.outcome(),
                settled.detail(),
                (int) took.toMillis()));
    }

    private Conclusion conclude(Question question) {
        try {
            if (!turns.tryAcquire(toAsk(question).minus(leastToAsk).toNanos(), TimeUnit.NANOSECONDS)) {
                return Conclusion.none(Outcome.TIMED_OUT, "others were asked before, until there was no time left");
            }
            try {
                return look(question);
            } finally {
                turns.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Conclusion.none(Outcome.DECLINED, "the city is stopping");
        } catch (RuntimeException failure) {
            LOG.warn("a question to a mind failed, and goes to the routine", failure);
            return Conclusion.none(Outcome.UNUSABLE, "a failure of the city's own; see its log");
        }
    }

    private Conclusion look(Question question) {
        var asked = question.asked();
        var seen = scenes.look(ports.kernel().snapshot(), asked.resident(), asked.occasion());
        if (seen.isEmpty()) {
            return Conclusion.none(Outcome.DECLINED, "the resident is not there any more");
        }
        var scene = seen.get().scene();
        var prompt = Prompt.of(scene, settings.promptTokens());
        var told = new Asked(
                prompt.input(),
                prompt.sha256(),
                ObservationHash.of(scene.observation()),
                seen.get().recalled());
        var earlier = findEarlier(asked.resident(), told.observationHash());
        if (earlier.isPresent()) {
            return Conclusion.of(told, earlier.get().answered(), earlier.get().action());
        }
        var left = toAsk(question);
        return left.compareTo(leastToAsk) < 0
                ? Conclusion.none(told, Thought.Answered.NOTHING, Outcome.TIMED_OUT, "no time was left to ask")
                : ask(question, prompt, told, left);
    }

    /// Who cannot look it up asks again.
    private Optional<EarlierReply> findEarlier(ResidentId resident, String observation) {
        try {
            return ports.earlier().find(resident, observation);
        } catch (RuntimeException failure) {
            LOG.debug("earlier replies could not be read: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    private Conclusion ask(Question question, Prompt prompt, Asked told, Duration within) {
        var request = new ModelRequest(
                prompt.instructions(),
                prompt.input(),
                ports.grammar().schema(),
                ModelTier.QUICK,
                settings.answerTokens(),
                within);
        var most = model.atMost(request);
        var estimate = new Estimate(most.inputTokens(), most.outputTokens(), most.costMicros());
        var verdict = governor.reserve(
                question.asked().resident(), estimate, ports.wall().instant());
        return switch (verdict) {
            case Verdict.Declined declined ->
                Conclusion.none(told, Thought.Answered.NOTHING, Outcome.DECLINED, declined.words());
            case Verdict.Granted(var reservation) -> {
                var reply = model.ask(request);
                governor.settle(reservation, used(reply, estimate), ports.wall().instant());
                ports.probe().called(reply);
                yield Replies.read(reply, told, prompt.handles(), ports.grammar());
            }
        };
    }

    /// Nobody knows what a call cost that timed out: it may be all of it.
    private static Spend used(ModelReply reply, Estimate estimate) {
        return switch (reply) {
            case ModelReply.TimedOut _ -> estimate.inFull();
            case ModelReply.Full _ -> Spend.NONE;
            case ModelReply.Answer _,
                    ModelReply.RateLimited _,
                    ModelReply.Refused _,
                    ModelReply.Malformed _,
                    ModelReply.Unavailable _ -> spend(reply.usage());
        };
    }

    private static Spend spend(ModelUsage usage) {
        return Spend.ofCall(usage.inputTokens(), usage.outputTokens(), usage.costMicros());
    }

    private Conclusion handIn(Question question, Conclusion conclusion) {
        var asked = question.asked();
        try {
            if (conclusion.action().isEmpty()) {
                submit(new MindGaveUp(asked.resident(), asked.question(), conclusion.outcome()));
                return conclusion;
            }
            var action = conclusion.action().get();
            return settled(conclusion, submit(new MindReplied(asked.resident(), asked.question(), action)));
        } catch (CompletionException e) {
            if (e.getCause() instanceof SubmissionFailed failed) {
                return settled(conclusion, Outcome.RAN_OUT, "the city took no answer: " + failed.getMessage());
            }
            throw e;
        }
    }

    private <R> R submit(Command<R> command) {
        var submission = new Submission<>(command, ACTOR, Optional.empty());
        return ports.kernel().submit(submission).toCompletableFuture().join().answer();
    }

    private static Conclusion settled(Conclusion conclusion, ActionResult result) {
        return switch (result) {
            case ActionResult.Done _, ActionResult.Talked _ -> conclusion;
            case ActionResult.Refused(var refusal, var detail) ->
                refusal == Refusal.TOO_LATE
                        ? settled(conclusion, Outcome.RAN_OUT, "it came when nobody waited any more")
                        : settled(conclusion, Outcome.REFUSED, words(refusal, detail));
            case ActionResult.NoSuchResident _ ->
                settled(conclusion, Outcome.RAN_OUT, "the resident is not there any more");
        };
    }

    private static Conclusion settled(Conclusion conclusion, Outcome outcome, String detail) {
        return new Conclusion(conclusion.asked(), conclusion.answered(), conclusion.action(), outcome, detail);
    }

    private static String words(Refusal refusal, String detail) {
        var reason = refusal.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return detail.isEmpty() ? reason : reason + ": " + detail;
    }

    /// What is left for the model.
    private Duration toAsk(Question question) {
        var elapsed = Duration.ofNanos(ports.nanos().getAsLong() - question.wokeAt());
        var deadline = settings.deadline();
        return deadline.minus(deadline.dividedBy(HAND_IN_SHARE)).minus(elapsed);
    }
}
