package city.economy.domain;

import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Wages that fell due and could not be paid: at most one claim for a firm and a resident. Rows are few, and their
/// numbers are given out again.
///
/// The sums by firm and by resident stand beside them, in {@link Firms} and {@link Workers}; this class keeps them.
public final class Arrears {
    private static final Comparator<Claim> OLDEST_FIRST =
            Comparator.comparingLong(Claim::since).thenComparingInt(Claim::slot);

    private final Firms firms;
    private final Workers workers;
    private final Table table = new Table("economy", "arrears");
    private final IntColumn firm = table.ints("firm");
    private final IntColumn slot = table.ints("slot");
    private final LongColumn owed = table.longs("owed");
    private final LongColumn since = table.longs("since_tick");
    private final List<NavigableSet<Claim>> byFirm = new ArrayList<>();
    private final NavigableMap<Long, Integer> bySlotAndFirm = new TreeMap<>();

    Arrears(Firms firms, Workers workers) {
        this.firms = firms;
        this.workers = workers;
    }

    public Table table() {
        return table;
    }

    /// Builds the indexes anew; after the firms.
    public void reindex() {
        byFirm.clear();
        bySlotAndFirm.clear();
        for (int i = 0; i < firms.count(); i++) {
            byFirm.add(new TreeSet<>(OLDEST_FIRST));
        }
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            index(row);
        }
    }

    /// What a firm could not pay is owed from now on, or as long as the older claim that it joins.
    public void add(int firm, int slot, long minor, long tick) {
        Integer known = bySlotAndFirm.get(key(slot, firm));
        change(known == null ? open(firm, slot, tick) : known, minor);
    }

    /// Takes off a claim what was paid, or lapsed.
    public void reduce(int row, long minor) {
        change(row, -minor);
        if (owed.get(row) == 0) {
            byFirm.get(firm.get(row)).remove(claim(row));
            bySlotAndFirm.remove(key(slot.get(row), firm.get(row)));
            table.remove(row);
        }
    }

    /// The rows of a firm's claims, the oldest first, then by slot.
    public int[] ofFirm(int firm) {
        return byFirm.get(firm).stream().mapToInt(Claim::row).toArray();
    }

    /// The rows of a resident's claims, by firm.
    public int[] ofSlot(int slot) {
        return bySlotAndFirm.subMap(key(slot, 0), key(slot + 1, 0)).values().stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public int firmOf(int row) {
        return firm.get(row);
    }

    public int slotOf(int row) {
        return slot.get(row);
    }

    public long owed(int row) {
        return owed.get(row);
    }

    long totalOfSlot(int slot) {
        long total = 0;
        for (int row : ofSlot(slot)) {
            total += owed.get(row);
        }
        return total;
    }

    long totalOfFirm(int firm) {
        long total = 0;
        for (int row : ofFirm(firm)) {
            total += owed.get(row);
        }
        return total;
    }

    private int open(int firm, int slot, long tick) {
        int row = table.add();
        this.firm.set(row, firm);
        this.slot.set(row, slot);
        since.set(row, tick);
        index(row);
        return row;
    }

    private void change(int row, long minor) {
        owed.add(row, minor);
        firms.owe(firm.get(row), minor);
        workers.owe(slot.get(row), minor);
    }

    private void index(int row) {
        byFirm.get(firm.get(row)).add(claim(row));
        bySlotAndFirm.put(key(slot.get(row), firm.get(row)), row);
    }

    private Claim claim(int row) {
        return new Claim(since.get(row), slot.get(row), row);
    }

    private static long key(int slot, int firm) {
        return (long) slot << 32 | firm;
    }

    private record Claim(long since, int slot, int row) {}
}
