package city.adapter.llm.provider;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A moment on the machine's steady clock.
///
/// @param nanoTime reads that clock, as [System#nanoTime] does
public record Deadline(LongSupplier nanoTime, long atNanos) {
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /// This one, or an earlier one when that much time is over before.
    Deadline within(Duration time) {
        var other = in(time, nanoTime);
        return other.atNanos - atNanos < 0 ? other : this;
    }

    /// Negative when it is over.
    public long nanosLeft() {
        return atNanos - nanoTime.getAsLong();
    }

    public boolean leaves(Duration time) {
        return nanosLeft() >= time.toNanos();
    }
}
