package city.economy.domain;

import city.economy.EconomyReads.Day;
import city.economy.Money;
import city.economy.Transfer;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import java.util.ArrayList;
import java.util.List;

/// The flows of each of the last days, added to with every posting: what no balance remembers. One row a day; a day
/// overwrites the one that was {@value #KEPT} days before it.
public final class Days {
    /// A month, so that one day can be seen among its like.
    public static final int KEPT = 31;

    private final Table table = new Table("economy", "days");
    private final LongColumn day = table.longs("day");
    private final LongColumn purchases = table.longs("purchases");
    private final LongColumn contracts = table.longs("contracts");
    private final LongColumn wages = table.longs("wages");

    public Table table() {
        return table;
    }

    /// @param today days since 1970-01-01 in city time
    public void note(long today, Transfer.Kind kind, long minor) {
        switch (kind) {
            case PURCHASE -> purchases.add(rowOf(today), minor);
            case CONTRACT -> contracts.add(rowOf(today), minor);
            case WAGE -> wages.add(rowOf(today), minor);
            case ENDOWMENT, TRANSFER, GIFT, SUPPLY, DIVIDEND, ESTATE -> {}
        }
    }

    /// The last days, the given one first. A day on which nothing was sold or paid is all zeros.
    public List<Day> lastAt(Snapshot snapshot, long today, int limit) {
        var view = snapshot.of(table);
        var days = new ArrayList<Day>();
        for (long at = today; at > today - Math.min(limit, KEPT); at--) {
            days.add(dayAt(view, at));
        }
        return days;
    }

    private Day dayAt(TableView view, long at) {
        int row = slotOf(at);
        if (!view.exists(row) || view.get(day, row) != at) {
            return new Day(at, Money.ZERO, Money.ZERO, Money.ZERO);
        }
        return new Day(
                at,
                new Money(view.get(purchases, row)),
                new Money(view.get(contracts, row)),
                new Money(view.get(wages, row)));
    }

    private int rowOf(long today) {
        int row = slotOf(today);
        if (!table.exists(row)) {
            table.add(row);
            day.set(row, today);
        } else if (day.get(row) != today) {
            day.set(row, today);
            purchases.set(row, 0);
            contracts.set(row, 0);
            wages.set(row, 0);
        }
        return row;
    }

    private static int slotOf(long day) {
        return (int) Math.floorMod(day, (long) KEPT);
    }
}
