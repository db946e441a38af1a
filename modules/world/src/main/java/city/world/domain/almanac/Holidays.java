package city.world.domain.almanac;

import city.world.Almanac;
import city.world.AlmanacPlan.Holiday;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Which days are lived as Sundays. Declared once; the days around the present are kept in a window, because shifts and
/// hours are asked for with every decision.
public final class Holidays {
    /// A plan looks at the days from yesterday to three days ahead; the rest of the window saves making it anew.
    private static final int DAYS_BACK = 8;

    private final Table table = new Table("world", "holidays");
    private final TextColumn name = table.texts("name");
    private final DayColumns days = DayColumns.in(table);
    private long firstDay = Long.MIN_VALUE;
    private long window;

    public Table table() {
        return table;
    }

    public void keep(List<Holiday> holidays) {
        for (var holiday : holidays) {
            int row = table.add();
            name.set(row, holiday.name());
            days.set(row, holiday.days());
        }
        firstDay = Long.MIN_VALUE;
    }

    /// The present moved, or the table was loaded. On the city thread.
    public void look(long day) {
        if (firstDay != Long.MIN_VALUE && day - firstDay >= DAYS_BACK && day - firstDay < Long.SIZE / 2) {
            return;
        }
        firstDay = day - DAYS_BACK;
        window = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            window |= isListed(firstDay + i) ? 1L << i : 0;
        }
    }

    public void forget() {
        firstDay = Long.MIN_VALUE;
    }

    public boolean isHoliday(long day) {
        long at = day - firstDay;
        return firstDay != Long.MIN_VALUE && at >= 0 && at < Long.SIZE ? (window >> at & 1) == 1 : isListed(day);
    }

    /// 0 for Monday; a holiday is lived as a Sunday.
    public int weekday(long day) {
        return isHoliday(day) ? Almanac.SUNDAY : (int) Math.floorMod(day + 3, 7L);
    }

    /// The holiday of a day after a commit. Safe from any thread.
    public Optional<String> nameOf(Snapshot snapshot, long day) {
        var view = snapshot.of(table);
        var date = LocalDate.ofEpochDay(day);
        for (int row = 0; row < view.rows(); row++) {
            if (days.get(view, row).include(date)) {
                return Optional.of(view.get(name, row));
            }
        }
        return Optional.empty();
    }

    private boolean isListed(long day) {
        var date = LocalDate.ofEpochDay(day);
        for (int row = 0; row < table.rows(); row++) {
            if (days.get(row).include(date)) {
                return true;
            }
        }
        return false;
    }
}
