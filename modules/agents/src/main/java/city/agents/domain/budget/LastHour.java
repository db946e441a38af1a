package city.agents.domain.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// What was spent in each of the last sixty minutes. Mutable, a ring that never grows; guarded by the governor.
final class LastHour {
    private static final int MINUTES = 60;

    private final Spend[] spent = new Spend[MINUTES];
    private final long began;
    private long newest;

    LastHour(Instant now) {
        Arrays.fill(spent, Spend.NONE);
        began = Period.MINUTE.indexOf(now);
        newest = began;
    }

    void book(Spend used, Instant now) {
        goOnTo(now);
        int at = (int) Math.floorMod(newest, (long) MINUTES);
        spent[at] = spent[at].plus(used);
    }

    Spend sum(Instant now) {
        goOnTo(now);
        var sum = Spend.NONE;
        for (var minute : spent) {
            sum = sum.plus(minute);
        }
        return sum;
    }

    /// An hour, or less when it began later.
    Duration window() {
        return Duration.ofMinutes(Math.min(MINUTES, newest - began + 1));
    }

    private void goOnTo(Instant now) {
        long minute = Period.MINUTE.indexOf(now);
        long passed = Math.min(MINUTES, minute - newest);
        for (long i = 0; i < passed; i++) {
            spent[(int) Math.floorMod(minute - i, (long) MINUTES)] = Spend.NONE;
        }
        newest = Math.max(newest, minute);
    }
}
