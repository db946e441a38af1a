package city.world.domain.almanac;

import city.world.AlmanacPlan.Regular;
import city.world.Happening;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What comes round. Declared once; what the present day holds is kept, by the hour.
public final class Schedule {
    private final Table table = new Table("world", "regular_events");
    private final IntColumn kind = table.ints("kind");
    private final TextColumn name = table.texts("name");
    private final UuidColumn place = table.uuids("place");
    private final DayColumns days = DayColumns.in(table);
    private final IntColumn fromMinute = table.ints("from_minute");
    private final IntColumn minutes = table.ints("minutes");
    private long day = Long.MIN_VALUE;
    private List<Regular> today = List.of();
    private List<Regular> yesterday = List.of();

    public Table table() {
        return table;
    }

    public void keep(List<Regular> regulars) {
        for (var regular : regulars) {
            int row = table.add();
            kind.set(row, regular.kind().ordinal());
            name.set(row, regular.name());
            place.set(row, regular.place());
            days.set(row, regular.days());
            fromMinute.set(row, regular.fromMinute());
            minutes.set(row, regular.minutes());
        }
        forget();
    }

    /// @return whether what is due is another day's from now on
    public boolean look(long present) {
        if (day == present) {
            return false;
        }
        day = present;
        today = due(present);
        yesterday = due(present - 1);
        return true;
    }

    public void forget() {
        day = Long.MIN_VALUE;
    }

    /// By the hour, and then in the order of the plan.
    public List<Regular> today() {
        return today;
    }

    /// The same of the day before, whose last may be due in this day's first tick.
    public List<Regular> yesterday() {
        return yesterday;
    }

    private List<Regular> due(long present) {
        var date = LocalDate.ofEpochDay(present);
        var due = new ArrayList<Regular>();
        for (int row = 0; row < table.rows(); row++) {
            if (days.get(row).include(date)) {
                due.add(get(row));
            }
        }
        due.sort(Comparator.comparingInt(Regular::fromMinute));
        return List.copyOf(due);
    }

    private Regular get(int row) {
        return new Regular(
                Happening.Kind.of(kind.get(row)),
                name.get(row),
                place.get(row),
                days.get(row),
                fromMinute.get(row),
                minutes.get(row));
    }
}
