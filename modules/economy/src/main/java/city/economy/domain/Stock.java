package city.economy.domain;

import city.world.kernel.Participant.Breach;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.List;

/// What firms keep of the goods that they use up: in millionths of a unit, so that thousandths of a product that take
/// thousandths of an input are exact. A row is firm × number of goods + good; it exists while there is something.
public final class Stock {
    /// Millionths of a unit in one.
    public static final long MICRO = 1_000_000;

    private final Goods goods;
    private final Table table = new Table("economy", "input_stocks");
    private final LongColumn microUnits = table.longs("micro_units");

    Stock(Goods goods) {
        this.goods = goods;
    }

    public Table table() {
        return table;
    }

    /// In millionths of a unit.
    public long of(int firm, int good) {
        int row = row(firm, good);
        return table.exists(row) ? microUnits.get(row) : 0;
    }

    public void add(int firm, int good, long micro) {
        int row = row(firm, good);
        if (!table.exists(row)) {
            table.add(row);
        }
        microUnits.add(row, micro);
        if (microUnits.get(row) == 0) {
            table.remove(row);
        }
    }

    List<Breach> audit() {
        var breaches = new ArrayList<Breach>();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (microUnits.get(row) <= 0) {
                breaches.add(new Breach(
                        "economy.stock-not-negative", "inputs, row %d: %d".formatted(row, microUnits.get(row))));
            }
        }
        return breaches;
    }

    private int row(int firm, int good) {
        return Math.addExact(Math.multiplyExact(firm, goods.count()), good);
    }
}
