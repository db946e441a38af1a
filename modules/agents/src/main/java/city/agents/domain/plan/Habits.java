package city.agents.domain.plan;

import city.agents.Persona.Traits;
import city.economy.Economy.Employment;
import city.world.Hours;
import java.util.Optional;

/// The hours that a body keeps, by its earliness and its work. Minutes are counted from today's midnight; they may be
/// negative or above 1440.
public final class Habits {
    public static final int NO_SHIFT = Integer.MIN_VALUE;

    /// Most people get up at half past seven and sleep eight hours and a quarter.
    private static final int USUAL_RISING = 450;

    private static final int USUAL_SLEEP = 495;
    private static final int MINUTES_PER_DAY = 1440;

    /// Time for breakfast and the like between getting up and setting off.
    private static final int PREPARATION = 60;

    private static final int SHORTEST_SLEEP = 180;
    private static final int LONGEST_SLEEP = 660;

    /// Who lies down at most so long before its time to get up has gone to bed early; earlier it is a sleep by day.
    private static final int EARLY_NIGHT = 840;

    private Habits() {}

    /// 05:30 for a lark, 09:30 for a night owl.
    public static int rising(Traits traits) {
        return USUAL_RISING - (traits.earliness() - 50) * 12 / 5;
    }

    /// 21:15 for a lark, 01:15 of the next day for a night owl.
    public static int bedtime(Traits traits) {
        return rising(traits) + MINUTES_PER_DAY - USUAL_SLEEP;
    }

    /// Whether the body takes this for night: its hours of sleep.
    public static boolean isNight(Traits traits, int minuteOfDay) {
        int bed = bedtime(traits);
        int rising = rising(traits);
        return minuteOfDay < rising ? minuteOfDay >= bed - MINUTES_PER_DAY : minuteOfDay >= bed;
    }

    /// How many minutes before its shift somebody means to be there: 20 for the punctual, none for the careless.
    public static int margin(Traits traits) {
        return traits.conscientiousness() / 5;
    }

    /// The beginning of the first shift that ends after `from` and begins before `to`, or {@link #NO_SHIFT}.
    public static int shift(Hours shift, Moment moment, int from, int to) {
        for (int day = -1; day <= 2; day++) {
            int begin = day * MINUTES_PER_DAY + shift.fromMinute();
            boolean wanted = begin < to && begin + shift.minutes() > from;
            if (wanted && shift.has(moment.dayOfWeekAt(day * MINUTES_PER_DAY))) {
                return begin;
            }
        }
        return NO_SHIFT;
    }

    /// How many minutes to sleep from now: until the body's time to get up, or rested, or when the next shift needs
    /// it. Who is rested already only dozes until its time to get up.
    ///
    /// @param commuteMinutes from bed to work; 0 without a job
    public static int sleepMinutes(
            Traits traits, Moment moment, boolean rested, Optional<Employment> job, int commuteMinutes) {
        int now = moment.minuteOfDay();
        int usual = Moment.wrap(rising(traits) - now);
        if (rested && usual > 0 && usual < SHORTEST_SLEEP) {
            return usual;
        }
        int sleep = usual >= SHORTEST_SLEEP && usual <= EARLY_NIGHT ? Math.min(usual, LONGEST_SLEEP) : USUAL_SLEEP;
        if (job.isEmpty()) {
            return sleep;
        }
        var hours = job.get().shift();
        int begin = shift(hours, moment, now + SHORTEST_SLEEP + hours.minutes(), now + MINUTES_PER_DAY);
        if (begin == NO_SHIFT) {
            return sleep;
        }
        int latest = begin - margin(traits) - commuteMinutes - PREPARATION - now;
        return Math.max(SHORTEST_SLEEP, Math.min(sleep, latest));
    }
}
