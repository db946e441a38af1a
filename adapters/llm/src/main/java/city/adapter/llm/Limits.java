package city.adapter.llm;

import java.time.Duration;

/// How much is asked of a provider, and when it is left alone.
///
/// @param answerTimeout  for one try; the request's own time may be shorter
/// @param maxConcurrent  calls in flight; one more is refused and not queued
/// @param callsPerMinute calls begun in a minute; one more is refused
/// @param breakerWindow  of so many calls, and no fewer than may be in flight, half must fail or give nothing usable
/// within half a minute for it to be left alone
/// @param breakerPause   for how long it is left alone, before two calls try it
public record Limits(
        Duration answerTimeout, int maxConcurrent, int callsPerMinute, int breakerWindow, Duration breakerPause) {
    public Limits {
        requirePositive("answerTimeout", answerTimeout);
        requireWithin("maxConcurrent", maxConcurrent, 1_000);
        requireWithin("callsPerMinute", callsPerMinute, 1_000_000);
        requireWithin("breakerWindow", breakerWindow, 1_000);
        requirePositive("breakerPause", breakerPause);
    }

    /// 30 s for an answer, 16 at once, 600 a minute; 10 s of peace when half of 10 fail.
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(30), 16, 600, 10, Duration.ofSeconds(10));
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s must be positive: %s".formatted(name, value));
        }
    }

    private static void requireWithin(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("%s must be within 1..%d: %d".formatted(name, max, value));
        }
    }
}
