package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Persona.Traits;
import city.economy.JobId;
import city.world.ResidentId;
import city.world.kernel.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManyDaysTest {
    private static final List<JobId> JOBS =
            List.of(TownPlan.CLERK, TownPlan.CLERK, TownPlan.BAKER, TownPlan.HOST, TownPlan.GROCERS);

    @Test
    void nobodyGetsStuckOrStarvesInThirtyDays() {
        var town = Town.founded();
        var all = settle(town, 25);

        for (int day = 1; day <= 30; day++) {
            int deedsBefore = town.told.size();
            town.runTo(day, 0, 0);
            assertThat(town.audit()).isEmpty();
            for (var resident : all) {
                assertThat(deeds(town, resident, deedsBefore))
                        .as("deeds of %s on day %d", resident, day)
                        .isBetween(3L, 120L);
                assertThat(hoursStarved(town, resident))
                        .as("health of %s on day %d", resident, day)
                        .isZero();
            }
        }

        assertThat(town.economyReads.totals(town.snapshot()).sum().minor()).isZero();
    }

    @Test
    void aCityOnTwoThreadsIsTheSameCity() {
        var alone = Town.founded();
        var together = Town.founded(ManyDaysTest::onTwoThreads);
        settle(alone, 25);
        settle(together, 25);

        alone.runTo(3, 0, 0);
        together.runTo(3, 0, 0);

        assertThat(together.checksum()).isEqualTo(alone.checksum());
        assertThat(together.told).isEqualTo(alone.told);
    }

    @Test
    void aCityThatIsLoadedInTheMiddleOfTheDayHasTheSameFuture() {
        var one = Town.founded();
        settle(one, 25);
        one.runTo(2, 11, 35);

        var other = one.reloaded();
        int told = one.told.size();
        one.runTo(5, 0, 0);
        other.runTo(5, 0, 0);

        assertThat(other.checksum()).isEqualTo(one.checksum());
        assertThat(other.told).isEqualTo(one.told.subList(told, one.told.size()));
    }

    @Test
    void aCityThatIsLoadedAnewAtEveryTickHasTheSameFuture() {
        var one = Town.founded();
        settle(one, 5);
        one.runTo(1, 6, 0);
        var other = one.reloaded();

        for (int tick = 0; tick < 288; tick++) {
            one.runTick();
            other.runTick();
            other = other.reloaded();
        }

        assertThat(other.checksum()).isEqualTo(one.checksum());
    }

    private static List<ResidentId> settle(Town town, int residents) {
        var all = new ArrayList<ResidentId>();
        for (int i = 0; i < residents; i++) {
            var traits = new Traits(i * 37 % 101, i * 53 % 101, i * 71 % 101, i * 29 % 101, i * 43 % 101, i * 61 % 101);
            var job = i < 8 && i % 2 == 0 ? Optional.of(JOBS.get(i / 2)) : Optional.<JobId>empty();
            all.add(town.spawn("Resident " + i, traits, TownPlan.HOME, job, 200_000));
        }
        return all;
    }

    private static long deeds(Town town, ResidentId resident, int from) {
        return town.told.subList(from, town.told.size()).stream()
                .filter(it -> it instanceof city.agents.AgentsEvent.Acted acted
                        && acted.resident().equals(resident))
                .count();
    }

    /// Who starves has an empty stomach; who merely wakes up hungry has not.
    private static long hoursStarved(Town town, ResidentId resident) {
        return town.stateOf(resident).needs().food() > 0 ? 0 : 1;
    }

    private static void onTwoThreads(int count, Shards.RangeWork work) {
        int half = count / 2;
        var second = new Thread(() -> work.run(half, count));
        second.start();
        work.run(0, half);
        try {
            second.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
