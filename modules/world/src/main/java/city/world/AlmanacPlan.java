package city.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the days of a city hold besides their weekday: holidays, what comes round, and what may befall it.
public record AlmanacPlan(List<Holiday> holidays, List<Regular> regulars, List<Risk> risks) {
    /// More than any calendar of a year has; with it a day is looked up at a bounded cost.
    public static final int MOST_ENTRIES = 500;

    public AlmanacPlan {
        holidays = List.copyOf(holidays);
        regulars = List.copyOf(regulars);
        risks = List.copyOf(risks);
        int entries = holidays.size() + regulars.size() + risks.size();
        if (entries > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "holidays, regulars and risks must be at most %d: %d".formatted(MOST_ENTRIES, entries));
        }
    }

    /// Which days: those whose month, day of the month and day of the week all are among these. "Every Saturday" is all
    /// months and days, "1 May" all weekdays, "the first Sunday of a month" the days 1 to 7 that are Sundays.
    ///
    /// @param months   bit 0 is January
    /// @param days     bit 0 is the first of the month
    /// @param weekdays bit 0 is Monday
    public record Days(int months, int days, int weekdays) {
        public static final int EVERY_MONTH = 0xfff;
        public static final int EVERY_DAY = 0x7fff_ffff;
        public static final int EVERY_WEEKDAY = 0x7f;

        public Days {
            require("months", months, EVERY_MONTH);
            require("days", days, EVERY_DAY);
            require("weekdays", weekdays, EVERY_WEEKDAY);
        }

        public static Days yearly(int month, int day) {
            return new Days(1 << month - 1, 1 << day - 1, EVERY_WEEKDAY);
        }

        public static Days weekly(int weekdays) {
            return new Days(EVERY_MONTH, EVERY_DAY, weekdays);
        }

        public boolean include(LocalDate date) {
            return (months >> date.getMonthValue() - 1 & 1) == 1
                    && (days >> date.getDayOfMonth() - 1 & 1) == 1
                    && (weekdays >> date.getDayOfWeek().ordinal() & 1) == 1;
        }

        private static void require(String name, int mask, int all) {
            if (mask < 1 || mask > all) {
                throw new IllegalArgumentException("%s must name at least one, and none above %d: %d"
                        .formatted(name, Integer.bitCount(all), mask));
            }
        }
    }

    /// A day that is lived as a Sunday: shops keep their hours of Sunday, and shifts that know no Sunday rest.
    public record Holiday(String name, Days days) {
        public Holiday {
            requireName(name);
        }
    }

    /// What comes round on some days at a stated hour.
    ///
    /// @param place      the id of a location, neighborhood or district, or of the whole city
    /// @param fromMinute since midnight, 0 to 1439
    public record Regular(Happening.Kind kind, String name, UUID place, Days days, int fromMinute, int minutes) {
        public Regular {
            requireName(name);
            if (fromMinute < 0 || fromMinute >= 1440) {
                throw new IllegalArgumentException("from_minute must be 0 to 1439: " + fromMinute);
            }
            requireMinutes("minutes", minutes);
        }
    }

    /// What befalls a city by chance.
    ///
    /// @param timesPerYear how often on average
    /// @param place        empty for any district, drawn each time
    public record Risk(
            Happening.Kind kind, String name, int timesPerYear, int minMinutes, int maxMinutes, Optional<UUID> place) {
        /// Ten a day. Above it the running ones would hide each other.
        public static final int MOST_PER_YEAR = 3650;

        public Risk {
            requireName(name);
            if (timesPerYear < 1 || timesPerYear > MOST_PER_YEAR) {
                throw new IllegalArgumentException(
                        "times_per_year must be 1 to %d: %d".formatted(MOST_PER_YEAR, timesPerYear));
            }
            requireMinutes("min_minutes", minMinutes);
            requireMinutes("max_minutes", maxMinutes);
            if (maxMinutes < minMinutes) {
                throw new IllegalArgumentException(
                        "max_minutes must be at least min_minutes: %d, %d".formatted(maxMinutes, minMinutes));
            }
        }
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > Happening.LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name must be 1 to %d characters and not blank: \"%s\"".formatted(Happening.LONGEST_NAME, name));
        }
    }

    private static void requireMinutes(String field, int minutes) {
        if (minutes < 1 || minutes > Happening.MOST_MINUTES) {
            throw new IllegalArgumentException(
                    "%s must be 1 to %d: %d".formatted(field, Happening.MOST_MINUTES, minutes));
        }
    }
}
