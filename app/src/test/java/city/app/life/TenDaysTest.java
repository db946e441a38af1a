package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.GoalReached;
import city.agents.AgentsReads.ResidentState;
import city.agents.ResidentStatus;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.EconomyReads.PurseState;
import city.economy.Money;
import city.economy.Transfer;
import city.social.SocialEvent.InteractionStarted;
import city.world.Hours;
import city.world.ResidentId;
import city.world.WorldEvent.EventStarted;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Ten days of the default city, looked at every hour. The bounds are what was measured, with room; what was measured
/// is printed.
class TenDaysTest {
    private static final String SCENARIO = "default";
    private static final int DAYS = 10;

    /// The longest that anybody sleeps or works without a deed, and some.
    private static final Duration LONGEST_SILENCE = Duration.ofHours(13);

    /// A wage comes with the end of the shift, or when its worker has left the counter.
    private static final Duration UNTIL_PAID = Duration.ofHours(1);

    private static final Village CITY = new Village(SCENARIO);
    private static final Shifts SHIFTS = Shifts.of(SCENARIO);
    private static final Map<UUID, LocalDateTime> LAST_DEED = new HashMap<>();
    private static final Map<ResidentId, Integer> HUNGRY_HOURS = new HashMap<>();
    private static final List<Payday> PAYDAYS = new ArrayList<>();
    private static final List<Integer> ASLEEP_AT_THREE = new ArrayList<>();
    private static final List<Integer> AT_WORK_AT_TEN = new ArrayList<>();
    private static Duration longestSilence = Duration.ZERO;
    private static int longestHunger;

    /// Somebody was seen at work in the last hour of a shift.
    private record Payday(ResidentId resident, LocalDateTime end) {}

    @BeforeAll
    static void tenDaysPass() {
        var end = CITY.founded().plusDays(DAYS);
        for (var hour = CITY.founded(); hour.isBefore(end); hour = hour.plusHours(1)) {
            CITY.runTo(hour);
            look(hour);
        }
        CITY.runTo(end);
        assertThat(CITY.audit()).isEmpty();
    }

    @Test
    void nobodyIsStuck() {
        System.out.printf("longest without a deed: %s%n", longestSilence);

        assertThat(longestSilence).isLessThan(LONGEST_SILENCE);
    }

    /// Who has money for the cheapest food that is in stock somewhere goes and gets it, though not from a bed or out
    /// of a shift.
    @Test
    void nobodyStarvesWhileThereIsFoodAndMoney() {
        System.out.printf("longest on an empty stomach with money and food about: %d hours%n", longestHunger);

        assertThat(longestHunger).isLessThan(10);
    }

    @Test
    void theCitySleepsAtThreeAndWorksAtTen() {
        System.out.printf(
                "percent asleep at three %s, of those on shift at work at ten %s%n", ASLEEP_AT_THREE, AT_WORK_AT_TEN);

        assertThat(ASLEEP_AT_THREE).hasSize(DAYS).allMatch(it -> it >= 85);
        assertThat(AT_WORK_AT_TEN).hasSize(DAYS).allMatch(it -> it >= 80);
    }

    @Test
    void whoWorkedIsPaidAtTheEndOfTheShift() {
        var wages = new HashMap<UUID, List<LocalDateTime>>();
        CITY.told(MoneyTransferred.class)
                .filter(it -> ((MoneyTransferred) it.fact()).kind() == Transfer.Kind.WAGE)
                .forEach(it -> wages.computeIfAbsent(
                                ((MoneyTransferred) it.fact()).to().value(), _ -> new ArrayList<>())
                        .add(it.at()));
        var last = CITY.now().minus(UNTIL_PAID);
        var due = PAYDAYS.stream().filter(it -> it.end().isBefore(last)).toList();
        long paid = due.stream()
                .filter(it -> wages.getOrDefault(it.resident().value(), List.of()).stream()
                        .anyMatch(at -> !at.isBefore(it.end().minusMinutes(5))
                                && !at.isAfter(it.end().plus(UNTIL_PAID))))
                .count();
        System.out.printf("%d of %d shifts were paid within an hour of their end%n", paid, due.size());

        assertThat(due).hasSizeGreaterThan(100 * DAYS / 2);
        assertThat(paid).isGreaterThanOrEqualTo(due.size() * 95L / 100);
    }

    @Test
    void shopsAreBusyBeforeSupper() {
        var hours = new int[24];
        CITY.told(Acted.class)
                .filter(it -> isPurchase((Acted) it.fact()))
                .forEach(it -> hours[it.at().getHour()]++);
        System.out.println("purchases by hour: " + IntStream.of(hours).boxed().toList());

        assertThat(mean(hours, 16, 19)).isGreaterThan(mean(hours, 13, 16));
    }

    @Test
    void peopleTalkInTheEvening() {
        var hours = new int[24];
        CITY.told(InteractionStarted.class).forEach(it -> hours[it.at().getHour()]++);
        System.out.println("talks begun by hour: " + IntStream.of(hours).boxed().toList());

        assertThat(mean(hours, 17, 22)).isGreaterThan(mean(hours, 8, 12));
    }

    @Test
    void goalsAreReachedAndTheMarketDraws() {
        var reached = CITY.facts(GoalReached.class, CITY.founded()).count();
        System.out.printf("%d goals reached%n", reached);

        assertThat(reached).isGreaterThan(20);
        assertThat(CITY.facts(EventStarted.class, CITY.founded()).map(EventStarted::name))
                .contains("Saturday market", "Music on the Green");
        assertThat(CITY.facts(Acted.class, CITY.founded()).map(Acted::because)).contains("festival", "market day");
    }

    private static void look(LocalDateTime hour) {
        for (var deed : CITY.deeds(hour.minusHours(1))) {
            LAST_DEED.put(deed.resident(), deed.at());
        }
        var living = CITY.residents().stream()
                .filter(it -> it.status() != ResidentStatus.DEPARTED)
                .toList();
        lookForTheStuck(living, hour);
        lookForTheHungry(living);
        lookAtWork(living, hour);
        if (hour.getHour() == 3) {
            long asleep = living.stream()
                    .filter(it -> it.status() == ResidentStatus.SLEEPING)
                    .count();
            ASLEEP_AT_THREE.add((int) (100 * asleep / living.size()));
        }
    }

    private static void lookForTheStuck(List<ResidentState> living, LocalDateTime now) {
        for (var resident : living) {
            var last = LAST_DEED.computeIfAbsent(resident.id().value(), _ -> now);
            var silence = Duration.between(last, now);
            longestSilence = silence.compareTo(longestSilence) > 0 ? silence : longestSilence;
        }
    }

    private static void lookForTheHungry(List<ResidentState> living) {
        var cheapest = cheapestFood();
        for (var resident : living) {
            boolean hungry =
                    resident.needs().food() == 0 && purse(resident).balance().compareTo(cheapest) >= 0;
            int hours = hungry ? HUNGRY_HOURS.merge(resident.id(), 1, Integer::sum) : 0;
            if (!hungry) {
                HUNGRY_HOURS.remove(resident.id());
            }
            longestHunger = Math.max(longestHunger, hours);
        }
    }

    private static Money cheapestFood() {
        var food = Set.of("bread", "basket", "fish", "meal");
        return CITY.parts.economy().firms(CITY.snapshot()).stream()
                .flatMap(it -> it.sales().stream())
                .filter(it -> food.contains(it.good()) && it.stock() > 0)
                .map(it -> it.price())
                .min(Money::compareTo)
                .orElseThrow();
    }

    private static void lookAtWork(List<ResidentState> living, LocalDateTime now) {
        var onShift = new HashSet<ResidentId>();
        int working = 0;
        int minute = now.getHour() * 60;
        for (var resident : living) {
            var shift = purse(resident).job().map(it -> SHIFTS.of(it.id()));
            boolean due = shift.isPresent() && covers(shift.get(), now, minute) && !isIll(resident);
            boolean there = resident.activity().equals("working");
            if (due) {
                onShift.add(resident.id());
                working += there || resident.activity().equals("eating") ? 1 : 0;
            }
            if (due && there && !covers(shift.get(), now, minute + 60)) {
                int left = (shift.get().toMinute() - minute) % 60;
                PAYDAYS.add(new Payday(resident.id(), now.plusMinutes(left == 0 ? 60 : left)));
            }
        }
        if (now.getHour() == 10 && !onShift.isEmpty()) {
            AT_WORK_AT_TEN.add(100 * working / onShift.size());
        }
    }

    private static boolean covers(Hours shift, LocalDateTime day, int minute) {
        return shift.covers((day.getDayOfWeek().ordinal() + minute / 1440) % 7, minute % 1440);
    }

    private static boolean isIll(ResidentState resident) {
        return CITY.parts
                .lives()
                .findLife(CITY.snapshot(), resident.id())
                .orElseThrow()
                .illUntil()
                .isPresent();
    }

    private static PurseState purse(ResidentState resident) {
        return CITY.parts.economy().findPurse(CITY.snapshot(), resident.id()).orElseThrow();
    }

    private static boolean isPurchase(Acted acted) {
        return acted.action().equals("buy") && acted.outcome().equals("done");
    }

    private static double mean(int[] hours, int from, int to) {
        return IntStream.range(from, to).map(it -> hours[it]).average().orElseThrow();
    }
}
