package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.spi.MindsSettings.Night;
import city.agents.spi.MindsSettings.Remember;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whose budget of the day is used up asks nobody after a restart either.
class BudgetsAfterRestartTest {
    private static final Allowance ONE_CALL = new Allowance(Limit.NONE, Limit.ofCalls(1));

    static Stream<Budgets> oneCallADay() {
        return Stream.of(
                new Budgets(ONE_CALL, Map.of(), Allowance.NONE),
                new Budgets(Allowance.NONE, Map.of("stub", ONE_CALL), Allowance.NONE),
                new Budgets(Allowance.NONE, Map.of(), ONE_CALL));
    }

    @ParameterizedTest
    @MethodSource("oneCallADay")
    void itIsUsedUpStill(Budgets budgets) {
        var noNights = new Night(false, 0, ThinkingTown.DEADLINE, 2_500, 900, 30);
        try (var city = new ThinkingTown(new Remember(0, 10, 100), noNights, budgets)) {
            var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
            city.think(ann, Occasion.MORNING.salience());
            city.runTo(2, 12, 0);
            int before = city.thoughtsOf(ann, 2).size();
            assertThat(city.calls).hasSize(1);

            city.startAgain();
            city.runTo(4, 12, 0);

            assertThat(city.thoughtsOf(ann, before + 1).getLast().outcome()).isEqualTo(Outcome.DECLINED);
            assertThat(city.calls).hasSize(1);
            assertThat(city.report().today().calls()).isEqualTo(1);
        }
    }
}
