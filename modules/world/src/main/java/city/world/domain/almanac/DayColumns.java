package city.world.domain.almanac;

import city.world.AlmanacPlan.Days;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;

/// Days as three columns of a table.
record DayColumns(IntColumn months, IntColumn days, IntColumn weekdays) {
    static DayColumns in(Table table) {
        return new DayColumns(table.ints("months"), table.ints("days"), table.ints("weekdays"));
    }

    void set(int row, Days which) {
        months.set(row, which.months());
        days.set(row, which.days());
        weekdays.set(row, which.weekdays());
    }

    Days get(int row) {
        return new Days(months.get(row), days.get(row), weekdays.get(row));
    }

    Days get(TableView view, int row) {
        return new Days(view.get(months, row), view.get(days, row), view.get(weekdays, row));
    }
}
