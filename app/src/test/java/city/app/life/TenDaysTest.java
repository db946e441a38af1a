package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.GoalReached;
import city.agents.AgentsReads.ResidentState;
import city.agents.ResidentStatus;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Transfer;
import city.world.WorldEvent.EventStarted;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Ten days of the town: 200 residents, of whom some are children. The bounds are what was measured, with room.
class TenDaysTest {
    private static final int DAYS = 10;

    /// The longest that anybody sleeps or works without a deed, and some.
    private static final Duration LONGEST_SILENCE = Duration.ofHours(13);

    /// The first two days are the founding's: everybody buys at once.
    private static final int SETTLED = 2;

    private final Village town = new Village("town");
    private final Map<UUID, LocalDateTime> lastDeed = new HashMap<>();

    @Test
    void theTownLivesTenDays() {
        int early = 0;
        int late = 0;
        int goals = 0;
        int wages = 0;
        for (int day = 0; day < DAYS; day++) {
            var midnight = Village.FOUNDED.toLocalDate().plusDays(day).atStartOfDay();
            asleepAtThree(midnight.plusDays(1), day);
            atWorkAtTen(midnight.plusDays(1), day);
            town.runTo(midnight.plusDays(1).plusHours(20));
            assertThat(town.audit()).as("audit of day %d", day).isEmpty();
            nobodyIsStuck(day);
            early += bought(midnight.plusDays(1), 16, 19);
            late += bought(midnight.plusDays(1), 13, 15);
            goals += (int) town.facts(GoalReached.class, midnight).count();
            wages += (int) town.facts(MoneyTransferred.class, midnight)
                    .filter(it -> it.kind() == Transfer.Kind.WAGE)
                    .count();
            if (day >= SETTLED) {
                fewGoHungry(day);
            }
            town.forget();
        }
        assertThat(early / 3.0)
                .as("purchases an hour, 16 to 19, against 13 to 15")
                .isGreaterThan(late / 2.0);
        assertThat(goals).as("goals reached").isGreaterThan(20);
        assertThat(wages).as("wages paid").isGreaterThan(500);
    }

    @Test
    void onSaturdayThereIsAMarketAndTheFairDrawsPeople() {
        var saturday = LocalDateTime.of(2030, 4, 6, 0, 0);
        town.runTo(saturday);
        town.forget();

        town.runTo(saturday.plusHours(22));

        assertThat(town.facts(EventStarted.class, saturday).map(EventStarted::name))
                .contains("Ashford Market", "Ashford Fair");
        assertThat(town.facts(Acted.class, saturday).map(Acted::because)).contains("festival", "market day");
    }

    private void asleepAtThree(LocalDateTime midnight, int day) {
        town.runTo(midnight.plusHours(3));
        var living = living();
        long asleep = living.stream()
                .filter(it -> it.status() == ResidentStatus.SLEEPING)
                .count();
        assertThat(100 * asleep / living.size())
                .as("percent asleep at three, day %d", day)
                .isGreaterThanOrEqualTo(85);
    }

    private void atWorkAtTen(LocalDateTime midnight, int day) {
        town.runTo(midnight.plusHours(10));
        boolean weekend = midnight.getDayOfWeek().getValue() > 5;
        var snapshot = town.snapshot();
        int onShift = 0;
        int working = 0;
        for (var it : living()) {
            boolean ill = town.parts
                    .lives()
                    .findLife(snapshot, it.id())
                    .orElseThrow()
                    .illUntil()
                    .isPresent();
            boolean clerk = town.parts
                    .economy()
                    .findPurse(snapshot, it.id())
                    .flatMap(purse -> purse.job())
                    .filter(job -> List.of("Clerk", "Builder", "Teacher", "Miller", "Doctor")
                            .contains(job.title()))
                    .isPresent();
            onShift += clerk && !ill ? 1 : 0;
            working += clerk
                            && !ill
                            && (it.activity().equals("working") || it.activity().equals("eating"))
                    ? 1
                    : 0;
        }
        if (!weekend) {
            assertThat(100 * working / onShift)
                    .as("percent at work at ten of those who work by day, day %d", day)
                    .isGreaterThanOrEqualTo(80);
        }
    }

    private void fewGoHungry(int day) {
        long starving = living().stream().filter(it -> it.needs().food() == 0).count();
        assertThat(starving)
                .as("residents with an empty stomach at eight, day %d", day)
                .isLessThanOrEqualTo(10);
    }

    private void nobodyIsStuck(int day) {
        for (var told : town.deeds()) {
            lastDeed.merge(
                    told.resident(),
                    told.at(),
                    (a, b) -> Comparator.<LocalDateTime>naturalOrder().compare(a, b) > 0 ? a : b);
        }
        var now = town.now();
        assertThat(living())
                .allSatisfy(it -> assertThat(lastDeed.get(it.id().value()))
                        .as("last deed of %s, day %d", it.persona().name(), day)
                        .isAfter(now.minus(LONGEST_SILENCE)));
    }

    private int bought(LocalDateTime day, int from, int to) {
        return (int) IntStream.range(from, to)
                .mapToLong(hour -> town.deedsBetween(day.plusHours(hour), day.plusHours(hour + 1L), "buy"))
                .sum();
    }

    private List<ResidentState> living() {
        return town.residents().stream()
                .filter(it -> it.status() != ResidentStatus.DEPARTED)
                .toList();
    }
}
