package city.agents.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void aPlanComesBackFromItsBytes() {
        var plan = Plan.of(
                20_000, List.of(new Step(StepKind.SLEEP, 1395, 2115, 7), Step.anywhere(StepKind.EAT, 450, 540)));

        assertThat(Plan.unpack(20_000, plan.pack())).isEqualTo(plan);
        assertThat(plan.steps()).extracting(Step::kind).containsExactly(StepKind.EAT, StepKind.SLEEP);
    }

    @Test
    void ofADayThatIsTooFullPastimesGoFirst() {
        var steps = new ArrayList<Step>();
        steps.add(Step.anywhere(StepKind.FESTIVAL, 700, 760));
        for (int i = 0; i < Plan.MAX_STEPS; i++) {
            steps.add(Step.anywhere(i % 2 == 0 ? StepKind.EAT : StepKind.SHOP, 60 * i, 60 * i + 30));
        }

        var plan = Plan.of(20_000, steps);

        assertThat(plan.steps()).hasSize(Plan.MAX_STEPS).extracting(Step::kind).doesNotContain(StepKind.FESTIVAL);
        steps.add(Step.anywhere(StepKind.SLEEP, 1300, 1400));
        assertThat(Plan.of(20_000, steps).steps()).hasSize(Plan.MAX_STEPS);
    }

    @Test
    void pastimesGiveWayToWhatComesInTheirTime() {
        var plan = Plan.of(
                20_000,
                List.of(
                        new Step(StepKind.WORK, 540, 1020, 1),
                        new Step(StepKind.LEISURE, 1050, 1200, 2),
                        Step.anywhere(StepKind.EAT, 1110, 1200),
                        new Step(StepKind.HOBBY, 1180, 1300, 3)));

        var more = plan.with(new Step(StepKind.PARTY, 1080, 1230, 4));

        assertThat(more.steps())
                .containsExactly(
                        new Step(StepKind.WORK, 540, 1020, 1),
                        new Step(StepKind.LEISURE, 1050, 1080, 2),
                        new Step(StepKind.PARTY, 1080, 1230, 4),
                        Step.anywhere(StepKind.EAT, 1110, 1200));
        assertThat(more.doneAsIn(plan, 0b0111)).as("work, leisure and the meal").isEqualTo(0b1011);
        assertThat(plan.doneAsIn(plan, 0b0101)).isEqualTo(0b0101);
    }

    @Test
    void thePlanOfADayIsOverWhenItsLastStepIs() {
        var plan = Plan.of(20_000, List.of(new Step(StepKind.SLEEP, 1395, 2115, 7)));

        assertThat(plan.isOver(plan.minute(20_001, 600))).isFalse();
        assertThat(plan.isOver(plan.minute(20_001, 675))).isTrue();
        assertThat(Plan.NONE.isOver(0)).isTrue();
    }
}
