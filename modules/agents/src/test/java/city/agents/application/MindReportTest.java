package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.MindReport.Used;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.spi.MindsSettings.Night;
import city.agents.spi.MindsSettings.Remember;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MindReportTest {
    @Test
    void whatWasAskedIsWhatTheDayCostsSoFarBesideItsBudget() {
        var perDay = new Limit(1_000, Limit.UNLIMITED, 5_000_000);
        var budgets = new Budgets(new Allowance(Limit.NONE, perDay), Map.of(), Allowance.NONE);
        try (var city = new ThinkingTown(
                new Remember(0, 10, 100), new Night(false, 0, ThinkingTown.DEADLINE, 2_500, 900, 30), budgets)) {
            var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
            assertThat(city.report().today()).isEqualTo(new Used(0, 0, 0));
            city.think(ann, Occasion.MORNING.salience());

            city.runTo(3, 12, 0);

            var asked = city.calls.size();
            assertThat(asked).isPositive();
            assertThat(city.report().today()).isEqualTo(new Used(asked, asked * 15L, asked));
            assertThat(city.report().forecast().costMicros()).isGreaterThanOrEqualTo(asked);
            assertThat(city.report().perDay()).isEqualTo(perDay);
            assertThat(city.report().turns()).isPositive();
            assertThat(city.report().lostThoughts()).isZero();
        }
    }
}
