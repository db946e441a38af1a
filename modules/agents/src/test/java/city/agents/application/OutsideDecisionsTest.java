package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.Thought.Tier;
import city.agents.application.minds.OutsideMindsModule;
import city.agents.spi.DecisionsPorts;
import city.agents.spi.OutsideLimits;
import city.agents.testing.RememberedThoughts;
import city.world.ResidentId;
import city.world.kernel.access.Submission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody else's program decides for a resident is written down like what a model does.
class OutsideDecisionsTest {
    private static final int PATIENCE = 3;
    private static final int LONGEST_WAIT_MILLIS = 20_000;

    private final Town town = Town.founded();
    private final TownKernel kernel = new TownKernel(town);
    private final RememberedThoughts thoughts = new RememberedThoughts();
    private final Limits limits = new Limits();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private OutsideMindsModule minds;
    private ResidentId ann;

    @BeforeEach
    void begin() {
        ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        minds = OutsideMindsModule.start(new DecisionsPorts(
                kernel,
                kernel::read,
                town.reads,
                town.agents.lives(),
                town.worldReads,
                town.economyReads,
                thoughts,
                limits,
                executor,
                InstantSource.system(),
                System::nanoTime));
    }

    @AfterEach
    void end() {
        minds.close();
        executor.close();
    }

    @Test
    void anAnswerIsKeptWithWhatWasSeenAndWhatWasDone() {
        var asked = asked(MindKind.EXTERNAL);

        answer(asked, new Action.Move(TownPlan.PARK));

        var kept = kept(1).getFirst();
        assertThat(kept.question()).isEqualTo(asked.question());
        assertThat(kept.occasion()).isEqualTo(Occasion.MORNING);
        assertThat(kept.tick()).isEqualTo(town.tick());
        assertThat(kept.tier()).isEqualTo(Tier.EXTERNAL);
        assertThat(kept.outcome()).isEqualTo(Outcome.FOLLOWED);
        assertThat(kept.answered().action()).isEqualTo("move");
        assertThat(kept.answered().calls()).isEqualTo(1);
        assertThat(kept.asked().observationHash()).hasSize(64);
        assertThat(kept.asked().input()).contains("WHY YOU ARE ASKED", "name \"Ann\"", "HERE AND NOW");
        assertThat(kept.asked().promptHash()).hasSize(64);
        assertThat(kept.asked().recalled()).isEmpty();
    }

    @Test
    void aRefusalIsKeptWithItsReason() {
        answer(asked(MindKind.EXTERNAL), new Action.Move(TownPlan.HOME));

        var kept = kept(1).getFirst();
        assertThat(kept.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(kept.detail()).isEqualTo("already there: Home");
        assertThat(kept.answered().action()).isEqualTo("move");
    }

    @Test
    void aQuestionThatNobodyAnswersIsKeptAndALateAnswerIsWrittenBesideItAndChangesNothing() {
        var asked = asked(MindKind.EXTERNAL);
        for (int i = 0; i < PATIENCE; i++) {
            kernel.runTick();
        }
        var silent = kept(1).getFirst();
        assertThat(silent.outcome()).isEqualTo(Outcome.RAN_OUT);
        assertThat(silent.answered().action()).isEmpty();
        assertThat(silent.answered().calls()).isEqualTo(1);

        var late = answer(asked, new Action.Move(TownPlan.PARK));

        assertThat(late).isInstanceOf(ActionResult.Refused.class);
        await(() -> !thoughts.all().getFirst().equals(silent));
        assertThat(thoughts.all()).containsExactly(silent.butLate("move"));
    }

    @Test
    void whoSaysNothingBeforeTheDeadlineIsNotWaitedFor() {
        limits.deadline = Optional.of(Duration.ofMillis(300));
        long begun = System.nanoTime();
        asked(MindKind.EXTERNAL);

        var kept = kept(1).getFirst();

        assertThat(kept.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(270_000_000L);
        assertThat(town.facts(MindSettled.class))
                .extracting(MindSettled::outcome)
                .containsExactly(Outcome.TIMED_OUT);
    }

    @Test
    void whoeverHasNoCallLeftIsNotAsked() {
        limits.refusal = Optional.of("resident Ann has 0 calls a day");
        var asked = asked(MindKind.EXTERNAL);

        var kept = kept(1).getFirst();

        assertThat(kept.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(kept.detail()).isEqualTo("resident Ann has 0 calls a day");
        assertThat(kept.answered().calls()).isZero();
        assertThat(town.facts(MindSettled.class))
                .extracting(MindSettled::outcome)
                .containsExactly(Outcome.DECLINED);

        answer(asked, new Action.Move(TownPlan.PARK));

        await(() -> !thoughts.all().getFirst().answered().action().isEmpty());
        assertThat(thoughts.all().getFirst().answered().calls())
                .as("booked, also after a late answer")
                .isZero();
    }

    @Test
    void whatIsOpenAtTheEndIsCountedAsACall() {
        asked(MindKind.EXTERNAL);
        await(() -> limits.wasAsked);

        minds.close();

        var kept = kept(1).getFirst();
        assertThat(kept.outcome()).isEqualTo(Outcome.RAN_OUT);
        assertThat(kept.detail()).isEqualTo("the city stopped");
        assertThat(kept.answered().calls()).isEqualTo(1);
    }

    @Test
    void whatAModelIsAskedIsNotItsBusiness() {
        answer(asked(MindKind.MODEL), new Action.Move(TownPlan.PARK));
        town.submit(new SetMind(ann, new MindSettings(MindKind.EXTERNAL, 0, PATIENCE)));
        for (int i = 0; i < 2 * PATIENCE; i++) {
            kernel.runTick();
        }

        assertThat(kept(1)).extracting(Thought::question).doesNotContain(1L);
    }

    private MindAsked asked(MindKind kind) {
        town.submit(new SetMind(ann, new MindSettings(kind, Occasion.MORNING.salience(), PATIENCE)));
        while (town.facts(MindAsked.class).isEmpty()) {
            kernel.runTick();
        }
        return town.facts(MindAsked.class).getFirst();
    }

    /// As the wire does: tells of the answer when it is committed.
    private ActionResult answer(MindAsked asked, Action action) {
        var result = kernel.submit(Submission.byOperator(new MindReplied(ann, asked.question(), action)))
                .toCompletableFuture()
                .join()
                .answer();
        minds.witness().answered(ann, asked.question(), action, result);
        return result;
    }

    private List<Thought> kept(int count) {
        await(() -> thoughts.all().size() >= count);
        return thoughts.all();
    }

    private void await(BooleanSupplier holds) {
        for (int i = 0; i < LONGEST_WAIT_MILLIS && !holds.getAsBoolean(); i++) {
            kernel.rest();
        }
        assertThat(holds.getAsBoolean()).as("in time").isTrue();
    }

    private static final class Limits implements OutsideLimits {
        volatile Optional<Duration> deadline = Optional.empty();
        volatile Optional<String> refusal = Optional.empty();
        volatile boolean wasAsked;

        @Override
        public Optional<Duration> deadline() {
            return deadline;
        }

        @Override
        public Optional<String> refuse(ResidentId resident) {
            wasAsked = true;
            return refusal;
        }
    }
}
