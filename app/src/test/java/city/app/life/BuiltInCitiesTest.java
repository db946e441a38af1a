package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsReads.ResidentState;
import city.economy.Money;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The scenarios that come with the program, lived in for a while. How the village fares is in {@link SixtyDaysTest}.
class BuiltInCitiesTest {
    @Test
    void theDefaultCityLivesOnForSixtyDays() {
        var city = new Village("default");
        var before = treasury(city);

        long hungry = hungryMornings(city, 60);

        assertThat(hungry).as("empty stomachs at six, of 12,000").isLessThan(60);
        assertThat(treasury(city).minor()).isBetween(before.minor() * 3 / 4, before.minor() * 5 / 4);
        assertThat(city.parts.economy().firms(city.snapshot()))
                .allSatisfy(it -> assertThat(it.owed().minor())
                        .as("wages owed by " + it.name())
                        .isZero());
    }

    @Test
    void merytonLivesOnForSixtyDays() {
        var meryton = new Village("meryton");
        int all = meryton.residents().size();

        long hungry = hungryMornings(meryton, 60);

        assertThat(hungry).as("empty stomachs at six").isZero();
        assertThat(meryton.residents()).hasSize(all);
    }

    @Test
    void theMetropolisFeedsItsTenThousand() {
        var city = new Village("metropolis");

        long hungry = hungryMornings(city, 4);

        assertThat(hungry).as("empty stomachs at six, of 40,000").isLessThan(400);
    }

    private static long hungryMornings(Village city, int days) {
        long hungry = 0;
        for (int day = 1; day <= days; day++) {
            city.runTo(city.founded().plusDays(day));
            hungry += count(city, it -> it.needs().food() == 0);
            city.forget();
        }
        assertThat(city.audit()).isEmpty();
        return hungry;
    }

    private static long count(Village city, Predicate<ResidentState> which) {
        return city.residents().stream().filter(which).count();
    }

    private static Money treasury(Village city) {
        return city.parts.economy().totals(city.snapshot()).treasury();
    }
}
