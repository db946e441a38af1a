package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsReads.ResidentState;
import city.economy.Money;
import city.world.ResidentId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The scenarios that come with the program, lived in for a while. How the village fares is in {@link SixtyDaysTest}.
class BuiltInCitiesTest {
    private final Map<ResidentId, Integer> mornings = new HashMap<>();
    private int longest;

    @Test
    void theDefaultCityLivesOnForSixtyDays() {
        var city = new Village("default");
        var before = treasury(city);

        long hungry = hungryMornings(city, 60);

        assertThat(hungry).as("empty stomachs at six, of 12,000").isLessThan(240);
        assertThat(longest).as("mornings running on which one is hungry").isLessThan(7);
        assertThat(treasury(city).minor()).isBetween(before.minor() * 3 / 4, before.minor() * 5 / 4);
        assertThat(city.parts.economy().firms(city.snapshot()))
                .allSatisfy(it -> assertThat(it.owed().minor())
                        .as("wages owed by " + it.name())
                        .isZero());
    }

    /// Now and then somebody goes to bed without supper, and has breakfast.
    @Test
    void nobodyInMerytonStarvesInSixtyDays() {
        var meryton = new Village("meryton");
        int all = meryton.residents().size();

        hungryMornings(meryton, 60);

        assertThat(longest).as("mornings running on which one is hungry").isLessThan(3);
        assertThat(meryton.residents()).hasSize(all);
    }

    @Test
    void theMetropolisFeedsItsTenThousand() {
        var city = new Village("metropolis");

        long hungry = hungryMornings(city, 4);

        assertThat(hungry).as("empty stomachs at six, of 40,000").isLessThan(1200);
        assertThat(longest).as("mornings running on which one is hungry").isLessThan(4);
    }

    private long hungryMornings(Village city, int days) {
        long hungry = 0;
        for (int day = 1; day <= days; day++) {
            city.runTo(city.founded().plusDays(day));
            for (var resident : city.residents()) {
                hungry += countMorning(resident);
            }
            city.forget();
        }
        assertThat(city.audit()).isEmpty();
        return hungry;
    }

    private int countMorning(ResidentState resident) {
        if (resident.needs().food() > 0) {
            mornings.remove(resident.id());
            return 0;
        }
        longest = Math.max(longest, mornings.merge(resident.id(), 1, Integer::sum));
        return 1;
    }

    private static Money treasury(Village city) {
        return city.parts.economy().totals(city.snapshot()).treasury();
    }
}
