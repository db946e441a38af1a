package city.economy.domain;

import city.economy.EconomyReads.Carried;
import city.world.kernel.Participant.Breach;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.List;

/// What residents carry, in whole units. A row is slot × number of goods + good, so it needs no index and never
/// depends on who bought first; a row exists while there is at least one unit.
public final class Pantry {
    /// Units of one good that a resident can carry: as many as one purchase may hold.
    public static final int MAX_UNITS = 100;

    private final Goods goods;
    private final Table table = new Table("economy", "pantry");
    private final IntColumn units = table.ints("units");

    Pantry(Goods goods) {
        this.goods = goods;
    }

    public Table table() {
        return table;
    }

    public int carried(int slot, int good) {
        int row = row(slot, good);
        return table.exists(row) ? units.get(row) : 0;
    }

    /// Units of a good for which there is still room.
    public int room(int slot, int good) {
        return MAX_UNITS - carried(slot, good);
    }

    public void add(int slot, int good, int count) {
        if (count < 1 || count > room(slot, good)) {
            throw new IllegalStateException("slot %d has no room for %d units of good %d".formatted(slot, count, good));
        }
        int row = row(slot, good);
        if (!table.exists(row)) {
            table.add(row);
        }
        units.add(row, count);
    }

    /// @return whether there was one to take
    public boolean takeOne(int slot, int good) {
        int row = row(slot, good);
        if (!table.exists(row)) {
            return false;
        }
        units.add(row, -1);
        if (units.get(row) == 0) {
            table.remove(row);
        }
        return true;
    }

    /// Throws away all that a resident carries.
    public void clear(int slot) {
        for (int good = 0; good < goods.count(); good++) {
            int row = row(slot, good);
            if (table.exists(row)) {
                table.remove(row);
            }
        }
    }

    public List<Carried> carriedAt(Snapshot snapshot, int slot) {
        var view = snapshot.of(table);
        int count = goods.countAt(snapshot);
        var carried = new ArrayList<Carried>();
        for (int good = 0; good < count; good++) {
            int row = slot * count + good;
            if (view.exists(row)) {
                carried.add(new Carried(goods.nameAt(snapshot, good), view.get(units, row)));
            }
        }
        return carried;
    }

    List<Breach> audit() {
        var breaches = new ArrayList<Breach>();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (units.get(row) < 1 || units.get(row) > MAX_UNITS) {
                breaches.add(new Breach("economy.carried-within-bounds", "row %d: %d".formatted(row, units.get(row))));
            }
        }
        return breaches;
    }

    private int row(int slot, int good) {
        goods.get(good);
        return Math.addExact(Math.multiplyExact(slot, goods.count()), good);
    }
}
