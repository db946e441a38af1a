package city.agents.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets;
import city.agents.domain.budget.Books.Page;
import city.agents.domain.budget.Verdict.Granted;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void theDayEndsAsTheLastHourAndAsTheDaySoFarSay() {
        var governor = governor(Books.empty(MIDNIGHT), MIDNIGHT);
        spend(governor, 500, hour(3));
        spend(governor, 100, hour(12).minusSeconds(60));

        var forecast = governor.forecast(hour(12).minusSeconds(1));

        assertThat(forecast.soFar()).isEqualTo(new Spend(2, 4, 600));
        assertThat(forecast.byLastHour().costMicros()).isEqualTo(600 + 1_200);
        assertThat(forecast.byDaySoFar().costMicros()).isEqualTo(600 + 600);
    }

    @Test
    void whatWasSpentMoreThanAnHourAgoIsNoRate() {
        var governor = governor(Books.empty(MIDNIGHT), MIDNIGHT);
        spend(governor, 500, hour(3));

        assertThat(governor.forecast(hour(4).minusSeconds(1)).byLastHour().costMicros())
                .isGreaterThan(500);
        assertThat(governor.forecast(hour(4)).byLastHour().costMicros()).isEqualTo(500);
        assertThat(governor.forecast(hour(9)).byLastHour().costMicros()).isEqualTo(500);
    }

    @Test
    void aGovernorThatJustBeganGoesByItsOwnMinutes() {
        var books = new Books(hour(12), List.of(new Page(new Payer.City(), Spend.NONE, new Spend(10, 20, 1_200))));
        var governor = governor(books, hour(12));
        spend(governor, 10, hour(12).plusSeconds(1));

        var forecast = governor.forecast(hour(12).plusSeconds(1));

        assertThat(forecast.soFar().costMicros()).isEqualTo(1_210);
        assertThat(forecast.byLastHour().costMicros())
                .as("ten a minute for twelve hours")
                .isBetween(1_210L + 7_190, 1_210L + 7_200);
        assertThat(forecast.byDaySoFar().costMicros()).isBetween(2_415L, 2_420L);
    }

    @Test
    void aNewDayBeginsAtNothing() {
        var governor = governor(Books.empty(MIDNIGHT), MIDNIGHT);
        spend(governor, 500, hour(3));

        assertThat(governor.forecast(hour(24))).isEqualTo(new Forecast(Spend.NONE, Spend.NONE, Spend.NONE));
    }

    @Test
    void noRateOverflows() {
        var governor = governor(Books.empty(MIDNIGHT), MIDNIGHT);
        spend(governor, Long.MAX_VALUE / 2, MIDNIGHT);

        assertThat(governor.forecast(MIDNIGHT).byLastHour().costMicros()).isEqualTo(Long.MAX_VALUE);
    }

    private static Governor governor(Books books, Instant now) {
        return new Governor(Budgets.NONE, Duration.ofMinutes(1), books, now);
    }

    private static void spend(Governor governor, long costMicros, Instant now) {
        var reservation = ((Granted)
                        governor.reserve(new ResidentId(new UUID(0, 1)), "home", new Estimate(1, 1, 1), now))
                .reservation();
        governor.settle(reservation, Spend.ofCall(1, 1, costMicros), now);
    }

    private static Instant hour(int hour) {
        return MIDNIGHT.plus(Duration.ofHours(hour));
    }
}
