package city.agents.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

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
    void thePlanOfADayIsOverWhenItsLastStepIs() {
        var plan = Plan.of(20_000, List.of(new Step(StepKind.SLEEP, 1395, 2115, 7)));

        assertThat(plan.isOver(plan.minute(20_001, 600))).isFalse();
        assertThat(plan.isOver(plan.minute(20_001, 675))).isTrue();
        assertThat(Plan.NONE.isOver(0)).isTrue();
    }
}
