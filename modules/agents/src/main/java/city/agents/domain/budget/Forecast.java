package city.agents.domain.budget;

import java.math.BigInteger;
import java.time.Duration;

/// What the city will have spent when the day is over.
///
/// @param soFar        today
/// @param byLastHour   if it goes on as in the last hour, or since the governor began when that is less
/// @param byDaySoFar   if it goes on as since midnight
public record Forecast(Spend soFar, Spend byLastHour, Spend byDaySoFar) {
    /// A rate over less than a minute says nothing.
    private static final long LEAST_SECONDS = 60;

    /// @param lately       what was spent within the last `window`
    /// @param sinceMidnight of the day to which `soFar` belongs
    static Forecast of(Spend soFar, Duration sinceMidnight, Spend lately, Duration window) {
        var left = Duration.ofDays(1).minus(sinceMidnight).toSeconds();
        return new Forecast(
                soFar,
                soFar.plus(scaled(lately, left, window.toSeconds())),
                soFar.plus(scaled(soFar, left, sinceMidnight.toSeconds())));
    }

    private static Spend scaled(Spend spend, long times, long seconds) {
        return new Spend(
                scaled(spend.calls(), times, seconds),
                scaled(spend.tokens(), times, seconds),
                scaled(spend.costMicros(), times, seconds));
    }

    private static long scaled(long value, long times, long seconds) {
        var scaled = BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(times))
                .divide(BigInteger.valueOf(Math.max(LEAST_SECONDS, seconds)));
        return scaled.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }
}
