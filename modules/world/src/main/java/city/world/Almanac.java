package city.world;

import java.util.List;
import java.util.UUID;

/// What day it is and what goes on, as other modules ask it. Read-only: on the city thread, and from any thread during
/// the decide part of a tick.
public interface Almanac {
    int SUNDAY = 6;

    /// As which day of the week a day is lived: its own, or a Sunday when it is a holiday.
    ///
    /// @param day days since 1970-01-01 in city time
    /// @return 0 for Monday
    int weekday(long day);

    boolean isHoliday(long day);

    /// What goes on now, the oldest first; at most {@link Happening#MOST_RUNNING}.
    List<Happening> running();

    /// What comes round today, by the hour; of the day of the present tick.
    List<Occasion> today();

    /// Whether a location lies in a place.
    ///
    /// @param place as in {@link Happening#place}
    boolean covers(UUID place, int location);

    /// Where to go for what goes on in a place: the location itself, else its first square, park or street.
    ///
    /// @return a location's row, or {@link World#NOWHERE} when there is no such place
    int venueOf(UUID place);

    /// @param venue      a location's row
    /// @param fromMinute since today's midnight
    record Occasion(Happening.Kind kind, String name, int venue, int fromMinute, int minutes) {}
}
