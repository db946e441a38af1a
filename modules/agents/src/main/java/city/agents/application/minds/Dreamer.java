package city.agents.application.minds;

import city.agents.AgentsCommand.NightResult;
import city.agents.AgentsCommand.NightThought;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Recalled;
import city.agents.Thought.Tier;
import city.agents.domain.night.NightThoughts;
import city.agents.domain.night.NightThoughts.Insight;
import city.agents.domain.prompt.NightPrompt;
import city.agents.domain.prompt.ObservationHash;
import city.agents.spi.MindsPorts;
import city.agents.spi.MindsSettings;
import city.agents.spi.ModelReply.Answer;
import city.agents.spi.ModelReply.Failure;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.agents.spi.NightGrammar.Reading;
import city.memory.Memories;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryCommand.Remember;
import city.memory.MemoryCommand.RememberResult;
import city.world.kernel.access.SubmissionFailed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks back on the days of one resident at a time, on the caller's thread, when it has lived through enough: asks a
/// model within what budget and deadline leave, and hands in what the city can use of the answer. Nobody waits for it,
/// and without it the resident sleeps as well.
final class Dreamer {
    private static final Logger LOG = LoggerFactory.getLogger(Dreamer.class);

    /// With less no model answers.
    private static final Duration LEAST_TO_ASK = Duration.ofMillis(50);

    /// By so much what was concluded weighs more than the weightiest memory that it follows from.
    private static final int CONCLUDED = 100;

    /// A tick; at the founding people arrive, which they remember.
    private static final long BEFORE_ALL = -1;

    /// Of a question's number: a night has none.
    private static final long NIGHT = 0;

    private final MindsPorts ports;
    private final MindsSettings settings;
    private final Asking asking;
    private final Scenes scenes;
    private final NightScenes nightScenes;
    private final Counter counter;
    private final Diary diary;
    private final Semaphore turns;

    Dreamer(MindsPorts ports, MindsSettings settings, Asking asking, Scenes scenes, Guide guide, Diary diary) {
        this.ports = ports;
        this.settings = settings;
        this.asking = asking;
        this.scenes = scenes;
        this.nightScenes = new NightScenes(ports, scenes, guide);
        this.counter = new Counter(ports.kernel());
        this.diary = diary;
        this.turns = new Semaphore(settings.maxConcurrent(), true);
    }

    /// Does nothing for who remembers nothing, or too little.
    void dream(Night night) {
        try {
            var lookBack = lookBack(night);
            if (lookBack.isPresent()) {
                note(night, handIn(night, conclude(night, lookBack.get()), lookBack.get()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("a night could not be looked back on, and the resident sleeps on", failure);
        }
    }

    /// Empty when it is not worth a question.
    private Optional<LookBack> lookBack(Night night) throws InterruptedException {
        if (ports.memories().isEmpty()) {
            return Optional.empty();
        }
        Memories memories = ports.memories().get();
        // Whoever is told late looks back on what is there.
        memories.await(night.sequence(), left(night));
        var before = ports.agents().nights(ports.kernel().snapshot(), night.resident());
        long after = before.reflectedUpTo() == 0 ? BEFORE_ALL : before.reflectedUpTo();
        var most = settings.night().memories();
        var lookBack = LookBack.of(memories, night.resident(), after, night.tick(), most);
        boolean worth = !lookBack.memories().isEmpty()
                && lookBack.weight() >= settings.night().threshold();
        return worth ? Optional.of(lookBack) : Optional.empty();
    }

    private Dream conclude(Night night, LookBack lookBack) throws InterruptedException {
        try {
            return takeTurn(night, lookBack);
        } catch (RuntimeException failure) {
            LOG.warn("a night's thought failed, and the resident sleeps on", failure);
            return Dream.none(Outcome.UNUSABLE, "a failure of the city's own; see its log");
        }
    }

    private Dream takeTurn(Night night, LookBack lookBack) throws InterruptedException {
        if (!turns.tryAcquire(left(night).minus(LEAST_TO_ASK).toNanos(), TimeUnit.NANOSECONDS)) {
            return Dream.none(Outcome.TIMED_OUT, "others were asked before, until there was no time left");
        }
        try {
            return scenes.view(ports.kernel().snapshotOfTick(), night.resident(), Occasion.ASLEEP)
                    .map(it -> look(night, it, lookBack))
                    .orElseGet(() -> Dream.none(Outcome.DECLINED, "the resident is not there any more"));
        } finally {
            turns.release();
        }
    }

    private Dream look(Night night, View view, LookBack lookBack) {
        var scene = nightScenes.look(view, lookBack.memories());
        var prompt = NightPrompt.of(scene, settings.night().promptTokens());
        var told = new Asked(
                prompt.input(),
                prompt.sha256(),
                ObservationHash.of(view.seen()),
                lookBack.memories().stream()
                        .limit(prompt.handles().memories())
                        .map(Dreamer::part)
                        .toList());
        var left = left(night);
        if (left.compareTo(LEAST_TO_ASK) < 0) {
            return Dream.none(told, Answered.NOTHING, Outcome.TIMED_OUT, "no time was left to ask");
        }
        var request = new ModelRequest(
                prompt.instructions(),
                prompt.input(),
                ports.nightGrammar().schema(),
                ModelTier.DEEP,
                settings.night().answerTokens(),
                left);
        return switch (asking.ask(night.resident(), request)) {
            case Asking.Said.Declined(var why) -> Dream.none(told, Answered.NOTHING, Outcome.DECLINED, why);
            case Asking.Said.Replied(Answer answer) -> read(answer, told, prompt);
            case Asking.Said.Replied(Failure failure) ->
                Dream.none(told, Replies.answered(failure), Replies.outcome(failure), failure.detail());
        };
    }

    private Dream read(Answer answer, Asked told, NightPrompt prompt) {
        var answered = Replies.answered(answer, "", "");
        return switch (ports.nightGrammar().read(answer.text())) {
            case Reading.Unusable(var reason) -> Dream.none(told, answered, Outcome.UNUSABLE, reason);
            case Reading.Understood(var understood) ->
                Dream.of(told, answered, NightThoughts.of(understood, prompt.handles()));
        };
    }

    /// Insights first: until the last command the night counts as not looked back on.
    private Dream handIn(Night night, Dream dream, LookBack lookBack) {
        if (dream.outcome() != Outcome.FOLLOWED) {
            return dream;
        }
        try {
            for (var insight : dream.thoughts().insights()) {
                if (!(counter.submit(remember(night, insight, lookBack)) instanceof RememberResult.Done)) {
                    return dream.but(Outcome.RAN_OUT, "the resident is not there any more");
                }
            }
            var thoughts = dream.thoughts();
            var result = counter.submit(
                    new NightThought(night.resident(), night.tick(), thoughts.opinions(), thoughts.plan()));
            return switch (result) {
                case NightResult.Kept(var refused) ->
                    refused.map(it -> dream.without("plan: " + it)).orElse(dream);
                case NightResult.NoSuchResident _, NightResult.HasDeparted _ ->
                    dream.but(Outcome.RAN_OUT, "the resident is not there any more");
            };
        } catch (SubmissionFailed failed) {
            return dream.but(Outcome.RAN_OUT, "the city took no answer: " + failed.getMessage());
        }
    }

    private static Remember remember(Night night, Insight insight, LookBack lookBack) {
        var cited = insight.because().stream().map(lookBack.memories()::get).toList();
        int weightiest = cited.stream().mapToInt(Memory::importance).max().orElse(0);
        return new Remember(
                night.resident(),
                Kind.INSIGHT,
                insight.text(),
                Optional.of(Math.min(Memory.FULL, weightiest + CONCLUDED)),
                false,
                Optional.of(evidence(cited)));
    }

    /// The events of the memories, the latest where there are too many.
    private static List<Long> evidence(List<Memory> cited) {
        var events = cited.stream()
                .flatMap(it -> it.evidence().stream())
                .distinct()
                .sorted()
                .toList();
        return events.subList(Math.max(0, events.size() - Memory.MAX_EVIDENCE), events.size());
    }

    private void note(Night night, Dream dream) {
        var took = Duration.ofNanos(ports.nanos().getAsLong() - night.heardAt());
        ports.probe().reflected(dream.outcome(), took);
        diary.note(new Thought(
                night.resident(),
                NIGHT,
                night.tick(),
                night.time(),
                Occasion.ASLEEP,
                Tier.MODEL,
                dream.asked(),
                dream.answered(),
                dream.outcome(),
                dream.detail(),
                (int) took.toMillis()));
    }

    private static Recalled part(Memory memory) {
        return new Recalled(memory.id(), memory.text(), 0, (double) memory.importance() / Memory.FULL, 0);
    }

    private Duration left(Night night) {
        var elapsed = Duration.ofNanos(ports.nanos().getAsLong() - night.heardAt());
        var left = settings.night().deadline().minus(elapsed);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
