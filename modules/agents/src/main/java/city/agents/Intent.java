package city.agents;

import city.world.LocationId;
import java.util.Locale;
import java.util.Optional;

/// One thing that a resident means to do the next day.
///
/// @param fromMinute of the day, 0 to 1439
/// @param minutes    for how long, 5 to 720; of sleep and work it is the body and the shift that say
/// @param place      where; empty where that does not matter
public record Intent(Kind kind, int fromMinute, int minutes, Optional<LocationId> place) {
    public static final int LAST_MINUTE = 24 * 60 - 1;
    public static final int SHORTEST = 5;
    public static final int LONGEST = 12 * 60;

    /// The words of a day plan that somebody may plan with. Festivals are gone to when they are there.
    public enum Kind {
        EAT,
        WORK,
        SHOP,
        LEISURE,
        HOBBY,
        LEARN,
        CHAPEL,
        SEE_DOCTOR,
        SEEK_JOB,
        QUIT_JOB,
        SLEEP;

        /// As models write it, such as `see_doctor`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Intent {
        if (fromMinute < 0 || fromMinute > LAST_MINUTE) {
            throw new IllegalArgumentException("fromMinute must be 0 to %d: %d".formatted(LAST_MINUTE, fromMinute));
        }
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new IllegalArgumentException("minutes must be %d to %d: %d".formatted(SHORTEST, LONGEST, minutes));
        }
    }
}
