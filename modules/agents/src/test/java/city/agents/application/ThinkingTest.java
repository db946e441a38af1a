package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.MindGaveUp;
import city.agents.AgentsCommand.MindGivenUp;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsCommand.Pause;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.ResidentStatus;
import city.world.ResidentId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThinkingTest {
    private static final int PATIENCE = 3;

    private Town town;
    private ResidentId ann;

    @BeforeEach
    void setUp() {
        town = Town.founded();
        ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
    }

    @Test
    void aRoutineMindIsAskedNothing() {
        town.runTo(1, 0, 0);

        assertThat(town.facts(MindAsked.class)).isEmpty();
        assertThat(town.reads.mind(town.snapshot(), ann))
                .hasValueSatisfying(it -> assertThat(it.settings()).isEqualTo(MindSettings.ROUTINE));
    }

    @Test
    void whoGetsUpIsAskedOnceAndWaits() {
        var asked = askedInTheMorning();

        assertThat(asked).isEqualTo(new MindAsked(ann, 1, MindKind.MODEL, Occasion.MORNING));
        assertThat(town.stateOf(ann).status()).isEqualTo(ResidentStatus.ACTIVE);
        int deeds = town.acts(ann).size();
        town.runTick();
        assertThat(town.acts(ann)).hasSize(deeds);
        assertThat(town.facts(MindAsked.class)).hasSize(1);
        assertThat(town.reads.plan(town.snapshot(), ann))
                .as("has the day's plan")
                .isNotEmpty();
    }

    @Test
    void anAnswerIsCarriedOutAtOnce() {
        var asked = askedInTheMorning();

        var result = town.submit(new MindReplied(ann, asked.question(), new Action.Move(TownPlan.PARK)));

        assertThat(result).isEqualTo(new ActionResult.Done());
        assertThat(town.deedsOf(ann).getLast()).isEqualTo("move Park (thought)");
        assertThat(town.facts(MindSettled.class)).containsExactly(new MindSettled(ann, 1, Outcome.FOLLOWED));
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void anAnswerAgainstTheRulesLeavesItToTheRoutine() {
        var asked = askedInTheMorning();
        int deeds = town.deedsOf(ann).size();

        var result = town.submit(new MindReplied(ann, asked.question(), new Action.Move(TownPlan.HOME)));

        assertThat(result).isEqualTo(new ActionResult.Refused(Refusal.ALREADY_THERE, "Home"));
        assertThat(town.facts(MindSettled.class)).containsExactly(new MindSettled(ann, 1, Outcome.REFUSED));
        assertThat(town.deedsOf(ann)).hasSizeGreaterThan(deeds);
        assertThat(town.deedsOf(ann).getLast()).doesNotContain("thought");
    }

    @Test
    void withoutAnAnswerTheRoutineDecidesWhenPatienceIsOver() {
        askedInTheMorning();
        int deeds = town.deedsOf(ann).size();

        for (int i = 0; i < PATIENCE - 1; i++) {
            town.runTick();
        }
        assertThat(town.facts(MindSettled.class)).isEmpty();
        town.runTick();

        assertThat(town.facts(MindSettled.class)).containsExactly(new MindSettled(ann, 1, Outcome.RAN_OUT));
        assertThat(town.deedsOf(ann)).hasSizeGreaterThan(deeds);
    }

    @Test
    void whoGivesUpLeavesItToTheRoutineAtOnce() {
        var asked = askedInTheMorning();
        int deeds = town.deedsOf(ann).size();

        assertThat(town.submit(new MindGaveUp(ann, asked.question(), Outcome.TIMED_OUT)))
                .isEqualTo(new MindGivenUp(true));

        assertThat(town.deedsOf(ann)).hasSizeGreaterThan(deeds);
        assertThat(town.submit(new MindGaveUp(ann, asked.question(), Outcome.TIMED_OUT)))
                .isEqualTo(new MindGivenUp(false));
        assertThat(town.facts(MindSettled.class)).containsExactly(new MindSettled(ann, 1, Outcome.TIMED_OUT));
    }

    @Test
    void aLateAnswerIsRefusedAndChangesNothing() {
        var asked = askedInTheMorning();
        town.submit(new MindGaveUp(ann, asked.question(), Outcome.DECLINED));
        int told = town.told.size();
        var before = town.checksum();

        var late = town.submit(new MindReplied(ann, asked.question(), new Action.Move(TownPlan.PARK)));

        assertThat(late).isEqualTo(new ActionResult.Refused(Refusal.TOO_LATE, "question 1"));
        assertThat(town.told).hasSize(told);
        assertThat(town.checksum()).isEqualTo(before);
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        var asked = askedInTheMorning();

        assertThat(town.submit(new MindReplied(ann, asked.question() + 1, new Action.QuitJob())))
                .isEqualTo(new ActionResult.Refused(Refusal.TOO_LATE, "question 2"));
    }

    @Test
    void whoIsPausedMeanwhileWaitsNoMore() {
        var asked = askedInTheMorning();
        town.submit(new Pause(ann));

        assertThat(town.submit(new MindReplied(ann, asked.question(), new Action.Move(TownPlan.PARK))))
                .isInstanceOf(ActionResult.Refused.class);

        town.runTo(2, 0, 0);
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void aMindThatIsAlwaysAskedLivesOnWhenNobodyAnswers() {
        ask(0);

        town.runTo(5, 0, 0);

        assertThat(town.facts(MindAsked.class)).hasSizeGreaterThan(50);
        assertThat(town.deedsOf(ann)).contains("work (shift)").noneMatch(it -> it.contains("thought"));
        assertThat(town.stateOf(ann).needs().food()).isPositive();
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void anOpenQuestionSurvivesAReload() {
        var asked = askedInTheMorning();

        var other = town.reloaded();

        assertThat(other.submit(new MindReplied(ann, asked.question(), new Action.Move(TownPlan.PARK))))
                .isEqualTo(new ActionResult.Done());
    }

    @Test
    void settingTheSameMindAgainChangesNothing() {
        assertThat(ask(700)).isEqualTo(new ResidentResult.Done());
        assertThat(ask(700)).isEqualTo(new ResidentResult.Already());
        assertThat(town.submit(new SetMind(ann, MindSettings.ROUTINE))).isEqualTo(new ResidentResult.Done());

        town.runTo(1, 0, 0);

        assertThat(town.facts(MindAsked.class)).isEmpty();
    }

    @Test
    void anotherMindEndsTheQuestionAndTheRoutineDecidesAtOnce() {
        askedInTheMorning();
        int deeds = town.deedsOf(ann).size();

        assertThat(town.submit(new SetMind(ann, MindSettings.ROUTINE))).isEqualTo(new ResidentResult.Done());

        assertThat(town.facts(MindSettled.class)).containsExactly(new MindSettled(ann, 1, Outcome.DECLINED));
        assertThat(town.reads.mind(town.snapshot(), ann).orElseThrow().open()).isEmpty();
        assertThat(town.deedsOf(ann)).hasSizeGreaterThan(deeds);
        assertThat(town.deedsOf(ann).getLast()).doesNotContain("thought");
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void theSameMindStillAnswersUnderOtherSettings() {
        var asked = askedInTheMorning();

        ask(0);

        assertThat(town.facts(MindSettled.class)).isEmpty();
        assertThat(town.submit(new MindReplied(ann, asked.question(), new Action.Move(TownPlan.PARK))))
                .isEqualTo(new ActionResult.Done());
    }

    private Object ask(int threshold) {
        return town.submit(new SetMind(ann, new MindSettings(MindKind.MODEL, threshold, PATIENCE)));
    }

    private MindAsked askedInTheMorning() {
        ask(Occasion.MORNING.salience());
        while (town.facts(MindAsked.class).isEmpty()) {
            town.runTick();
        }
        return town.facts(MindAsked.class).getFirst();
    }
}
