package city.agents.domain.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTest {
    private static final Pace AT_WORK = Pace.of(Activity.WORKING, true, false);
    private static final Pace ASLEEP = Pace.of(Activity.SLEEPING, false, false);

    @Test
    void anHourAwakeMakesHungryByFifteenHundredths() {
        var full = new Body(Body.FULL, Body.FULL, Body.FULL, Body.FULL);

        assertThat(full.after(60, AT_WORK).foodPerMille()).isEqualTo(850);
    }

    @Test
    void eightHoursOfSleepRestoreTheTired() {
        var tired = new Body(Body.FULL, 0, 0, Body.FULL);

        assertThat(tired.after(8 * 60, ASLEEP).energyPerMille()).isEqualTo(1000);
    }

    @Test
    void needsAreTheSameHoweverOftenTheyAreMeasured() {
        var body = new Body(4_321, 54_321, 10_007, 50_003);

        var measuredOften = body;
        for (int i = 0; i < 300; i++) {
            measuredOften = measuredOften.after(5, AT_WORK);
        }

        assertThat(measuredOften).isEqualTo(body.after(1500, AT_WORK));
    }

    @Test
    void whoStarvesTiresFasterAndLosesHealth() {
        var starving = new Body(0, Body.FULL, Body.FULL, Body.FULL);
        var fed = new Body(Body.FULL, Body.FULL, Body.FULL, Body.FULL);

        assertThat(starving.after(60, AT_WORK).energy())
                .isLessThan(fed.after(60, AT_WORK).energy());
        assertThat(starving.after(60, AT_WORK).health()).isEqualTo(Body.FULL - 20 * 60);
    }

    @Test
    void thePausedNeedNothing() {
        assertThat(Body.FRESH.after(100_000, Pace.STILL)).isEqualTo(Body.FRESH);
    }
}
