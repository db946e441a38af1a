package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsReads.ResidentState;
import city.economy.Money;
import java.time.LocalDateTime;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SixtyDaysTest {
    private static final int DAYS = 60;

    private final Village village = new Village();

    @Test
    void theVillageLivesOnForSixtyDays() {
        var treasuryBefore = treasury();
        long starved = 0;
        for (int day = 1; day <= DAYS; day++) {
            var from = Village.FOUNDED.plusDays(day - 1);
            village.runTo(from.plusDays(1));
            assertThat(village.audit()).as("audit of day %d", day).isEmpty();
            assertThatNobodyIsStuck(day, from);
            starved += count(it -> it.needs().food() == 0);
            village.forget();
        }

        var economy = village.parts.economy();
        assertThat(starved)
                .as("residents with an empty stomach at six, on all days")
                .isLessThan(DAYS / 10);
        assertThat(treasury().minor()).isBetween(treasuryBefore.minor() * 3 / 4, treasuryBefore.minor() * 5 / 4);
        assertThat(economy.firms(village.snapshot())).allSatisfy(it -> {
            assertThat(it.owed().minor()).as("wages owed by " + it.name()).isZero();
            assertThat(it.balance().minor()).as("cash of " + it.name()).isGreaterThan(10_00);
        });
        assertThat(count(it -> it.activity().equals("still"))).isZero();
    }

    private void assertThatNobodyIsStuck(int day, LocalDateTime from) {
        var deeds =
                village.facts(Acted.class, from).collect(Collectors.groupingBy(Acted::resident, Collectors.counting()));
        for (var resident : village.residents()) {
            assertThat(deeds.getOrDefault(resident.id(), 0L))
                    .as("deeds of %s on day %d", resident.persona().name(), day)
                    .isBetween(3L, 200L);
        }
    }

    private long count(Predicate<ResidentState> which) {
        return village.residents().stream().filter(which).count();
    }

    private Money treasury() {
        return village.parts.economy().totals(village.snapshot()).treasury();
    }
}
