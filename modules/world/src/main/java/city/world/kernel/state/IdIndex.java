package city.world.kernel.state;

import java.util.UUID;

/// From ids to rows: an index over a table's column of ids, of a few bytes a row. It holds rows only, by open
/// addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4), and compares with the ids in the
/// column, so one index serves the city thread and readers of any view.
///
/// It only grows, as its table does: ids stay with their rows. Written by the city thread. A reader of a view sees all
/// rows of that view, because the view was handed over after they were put here.
public final class IdIndex {
    public static final int NONE = -1;

    private static final int FIRST_PLACES = 64;

    private final Table table;
    private final UuidColumn ids;

    /// A power of two of them, each a row + 1, or 0.
    private volatile int[] places = new int[FIRST_PLACES];

    private int count;

    public IdIndex(Table table, UuidColumn ids) {
        this.table = table;
        this.ids = ids;
    }

    /// Anew from the rows; readers see the index of before until it is done.
    public void rebuild() {
        var fresh = new int[placesFor(table.count())];
        count = 0;
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            place(fresh, row);
            count++;
        }
        places = fresh;
    }

    /// Takes in a row, whose id is set for good.
    public void put(int row) {
        if (placesFor(count + 1) > places.length) {
            rebuild();
        }
        if (find(ids.get(row)) == NONE) {
            place(places, row);
            count++;
        }
    }

    /// @return the row that holds the id now, or {@link #NONE}
    public int find(UUID id) {
        var now = places;
        int at = first(now, id);
        int row = now[at] - 1;
        while (row != NONE && !isNow(row, id)) {
            at = at + 1 & now.length - 1;
            row = now[at] - 1;
        }
        return row;
    }

    /// @return the row that holds the id in the view, or {@link #NONE}
    public int find(TableView view, UUID id) {
        var now = places;
        int at = first(now, id);
        int row = now[at] - 1;
        while (row != NONE && !(view.exists(row) && view.isAt(ids, row, id))) {
            at = at + 1 & now.length - 1;
            row = now[at] - 1;
        }
        return row;
    }

    private boolean isNow(int row, UUID id) {
        return table.exists(row) && ids.isAt(row, id);
    }

    private void place(int[] into, int row) {
        int at = first(into, ids.get(row));
        while (into[at] != 0) {
            at = at + 1 & into.length - 1;
        }
        into[at] = row + 1;
    }

    private static int first(int[] places, UUID id) {
        long mixed = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32) & places.length - 1;
    }

    /// At most three of four are taken.
    private static int placesFor(int rows) {
        return Math.max(FIRST_PLACES, Integer.highestOneBit(Math.max(1, rows * 4 / 3)) << 1);
    }
}
