package city.adapter.mqtt.link;

import java.time.Duration;

/// How long to wait before the next try: doubling from `first` to `longest`, then spread over half of it to
/// the whole, so that many clients of one broker do not return at the same moment.
public record Backoff(Duration first, Duration longest) {
    /// Above it the doubling has long met any sensible longest wait.
    private static final int MAX_DOUBLINGS = 20;

    public Backoff {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("0 < first <= longest must hold: " + first + ", " + longest);
        }
    }

    public static Backoff standard() {
        return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    /// @param failures how many tries failed in a row, from 1
    /// @param chance in 0..1
    public Duration delay(int failures, double chance) {
        var doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS));
        var whole = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofNanos((long) (whole.toNanos() * (0.5 + chance / 2)));
    }
}
