package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.Thought.Tier;
import city.agents.application.minds.OutsideMindsModule;
import city.agents.spi.DecisionsPorts;
import city.agents.testing.RememberedThoughts;
import city.world.ResidentId;
import city.world.kernel.access.Submission;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private OutsideMindsModule minds;
    private ResidentId ann;

    @BeforeEach
    void begin() {
        ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        minds = OutsideMindsModule.start(new DecisionsPorts(
                kernel, kernel::read, town.reads, thoughts, executor, InstantSource.system(), System::nanoTime));
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
        assertThat(kept.answered().calls()).isZero();
        assertThat(kept.asked().observationHash()).hasSize(64);
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
    void aQuestionThatNobodyAnswersIsKeptAndALateAnswerChangesNothing() {
        var asked = asked(MindKind.EXTERNAL);
        for (int i = 0; i < PATIENCE; i++) {
            kernel.runTick();
        }

        var late = answer(asked, new Action.Move(TownPlan.PARK));

        assertThat(late).isInstanceOf(ActionResult.Refused.class);
        var kept = kept(1);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().outcome()).isEqualTo(Outcome.RAN_OUT);
        assertThat(kept.getFirst().answered().action()).isEmpty();
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
        for (int i = 0; i < LONGEST_WAIT_MILLIS && thoughts.all().size() < count; i++) {
            kernel.rest();
        }
        assertThat(thoughts.all()).hasSizeGreaterThanOrEqualTo(count);
        return thoughts.all();
    }
}
