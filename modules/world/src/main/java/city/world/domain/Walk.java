package city.world.domain;

import city.world.Atlas;
import city.world.Weather;

/// How long people walk: along the straight line at 80 m a minute, in rain and snow a quarter longer, in a storm half
/// as long again. In integers, so that every machine agrees.
public final class Walk {
    private static final long METERS_PER_MINUTE = 80;

    private Walk() {}

    /// Whole minutes, rounded up: 0 for the very same location, else at least 1.
    public static int minutes(Atlas.Location from, Atlas.Location to, Weather weather) {
        if (from.id().equals(to.id())) {
            return 0;
        }
        long dx = (long) from.xMeters() - to.xMeters();
        long dy = (long) from.yMeters() - to.yMeters();
        long quarters = quarters(weather);
        long quarterMeters = ceilingOfRoot((dx * dx + dy * dy) * quarters * quarters);
        return (int) Math.max(1, Math.ceilDiv(quarterMeters, 4 * METERS_PER_MINUTE));
    }

    /// By how many quarters a way is longer than none: 4 in fair weather.
    private static int quarters(Weather weather) {
        return switch (weather) {
            case CLEAR, CLOUDY, FOG -> 4;
            case RAIN, SNOW -> 5;
            case STORM -> 6;
        };
    }

    /// The least integer whose square is at least the given number, which is below 2^53.
    private static long ceilingOfRoot(long square) {
        long root = (long) StrictMath.sqrt((double) square);
        while (root * root >= square && root > 0) {
            root--;
        }
        while (root * root < square) {
            root++;
        }
        return root;
    }
}
