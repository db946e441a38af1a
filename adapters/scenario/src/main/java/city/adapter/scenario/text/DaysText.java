package city.adapter.scenario.text;

import city.world.AlmanacPlan.Days;
import java.util.List;
import java.util.regex.Pattern;

/// Days as people write them: `sat`, `mon-fri`, `05-01` for each 1 May, `15` for each fifteenth, `third fri` for that
/// of each month.
public final class DaysText {
    private static final List<String> RANKS = List.of("first", "second", "third", "fourth");
    private static final Pattern DATE = Pattern.compile("(\\d\\d)-(\\d\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final int DAYS_PER_WEEK = 7;
    private static final int WEEK = 0b1111111;

    private DaysText() {}

    public static Days of(Value value) {
        try {
            return parse(value.raw());
        } catch (IllegalArgumentException bad) {
            value.refuse(String.valueOf(bad.getMessage()));
            return Days.weekly(1);
        }
    }

    static Days parse(String text) {
        var date = DATE.matcher(text);
        if (date.matches()) {
            return date(text, Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)));
        }
        if (NUMBER.matcher(text).matches()) {
            int day = Integer.parseInt(text);
            requireDay(text, day, 31);
            return new Days(Days.EVERY_MONTH, 1 << day - 1, Days.EVERY_WEEKDAY);
        }
        var words = List.of(text.split(" ", -1));
        int rank = RANKS.indexOf(words.getFirst());
        if (words.size() == 2 && rank >= 0) {
            return new Days(Days.EVERY_MONTH, WEEK << rank * DAYS_PER_WEEK, weekdays(text, words.getLast()));
        }
        return Days.weekly(weekdays(text, text));
    }

    /// @param text all that was written: what is no weekday may have been meant for another form
    private static int weekdays(String text, String weekdays) {
        try {
            return HoursText.days(weekdays);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "must be like \"sat\", \"mon-fri\", \"05-01\", \"15\" or \"third fri\": \"%s\"".formatted(text),
                    unknown);
        }
    }

    private static Days date(String text, int month, int day) {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("months must be 01 to 12: \"%s\"".formatted(text));
        }
        requireDay(
                text,
                day,
                List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31).get(month - 1));
        return Days.yearly(month, day);
    }

    private static void requireDay(String text, int day, int last) {
        if (day < 1 || day > last) {
            throw new IllegalArgumentException("days of a month must be 1 to %d: \"%s\"".formatted(last, text));
        }
    }
}
