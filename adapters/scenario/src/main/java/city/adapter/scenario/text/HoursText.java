package city.adapter.scenario.text;

import city.world.Hours;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time as people write them: `always`, `06:00-14:00`, `mon-fri 07:00-15:00`, `sun-thu 18:00-02:00`.
public final class HoursText {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern SPAN = Pattern.compile("(?:([a-z,-]+) )?(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");
    private static final int MINUTES_PER_DAY = 1440;

    /// What a schema can say of it: days, and times that are on the clock.
    private static final String LIKE =
            "^(always|(DAY([,-]DAY)* )?([01]\\d|2[0-3]):[0-5]\\d-([01]\\d:[0-5]\\d|2[0-3]:[0-5]\\d|24:00))$"
                    .replace("DAY", "(" + String.join("|", DAYS) + ")");

    private HoursText() {}

    /// When a place is open: one span, a list of them, or `always`, which is also what no key means.
    public static List<Hours> list(Section section, String key) {
        if (!section.has(key)) {
            return List.of(Hours.ALWAYS);
        }
        if (section.isList(key)) {
            return section.values(key).stream().map(HoursText::one).toList();
        }
        return section.find(key).map(it -> List.of(one(it))).orElse(List.of());
    }

    /// A job's shift: one span.
    public static Hours one(Value value) {
        try {
            return parse(value.raw(LIKE));
        } catch (IllegalArgumentException bad) {
            value.refuse(String.valueOf(bad.getMessage()));
            return Hours.ALWAYS;
        }
    }

    /// An end at or before the beginning is on the next day.
    static Hours parse(String text) {
        if (text.equals("always")) {
            return Hours.ALWAYS;
        }
        var span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new IllegalArgumentException(
                    "must be like \"06:00-14:00\", \"mon-fri 07:00-15:00\" or \"always\": \"%s\"".formatted(text));
        }
        int from = minute(span, 2, 23 * 60 + 59);
        int to = minute(span, 4, MINUTES_PER_DAY);
        int days = span.group(1) == null ? Hours.EVERY_DAY : days(span.group(1));
        return new Hours(from, to > from ? to : to + MINUTES_PER_DAY, days);
    }

    private static int minute(Matcher span, int group, int max) {
        int minute = Integer.parseInt(span.group(group)) * 60 + Integer.parseInt(span.group(group + 1));
        if (minute > max) {
            throw new IllegalArgumentException("hours must be 00:00 to %s: %s:%s"
                    .formatted(max == MINUTES_PER_DAY ? "24:00" : "23:59", span.group(group), span.group(group + 1)));
        }
        return minute;
    }

    static int days(String text) {
        int days = 0;
        for (var part : text.split(",", -1)) {
            var ends = List.of(part.split("-", -1));
            int first = day(ends.getFirst());
            int last = day(ends.getLast());
            if (ends.size() > 2) {
                throw new IllegalArgumentException("days must be like mon-fri or sat,sun: \"%s\"".formatted(text));
            }
            for (int day = first; day != last; day = (day + 1) % DAYS.size()) {
                days |= 1 << day;
            }
            days |= 1 << last;
        }
        return days;
    }

    private static int day(String text) {
        int day = DAYS.indexOf(text);
        if (day < 0) {
            throw new IllegalArgumentException("days must be %s: \"%s\"".formatted(String.join(", ", DAYS), text));
        }
        return day;
    }
}
