package city.world.domain;

import java.util.Arrays;

/// What lies within what: the places within one are the rows that follow its own. Made once for a map and immutable.
public final class Nesting {
    public static final int NOTHING = PlaceTables.NONE;

    static final Nesting NONE = of(new int[0]);

    private final int[] parents;
    private final int[] last;
    private final int[] outermost;

    private Nesting(int[] parents, int[] last, int[] outermost) {
        this.parents = parents;
        this.last = last;
        this.outermost = outermost;
    }

    /// @param parents by row: the row that it lies within, which is less than its own, or {@link #NOTHING}
    public static Nesting of(int[] parents) {
        var last = new int[parents.length];
        var outermost = new int[parents.length];
        Arrays.setAll(last, row -> row);
        for (int row = 0; row < parents.length; row++) {
            outermost[row] = parents[row] == NOTHING ? row : outermost[parents[row]];
            for (int around = parents[row]; around != NOTHING; around = parents[around]) {
                last[around] = row;
            }
        }
        return new Nesting(parents.clone(), last, outermost);
    }

    public int places() {
        return parents.length;
    }

    /// @return the row, or {@link #NOTHING}
    public int parentOf(int row) {
        return parents[row];
    }

    /// The last row of those that lie within, its own when none does.
    public int lastWithin(int row) {
        return last[row];
    }

    public boolean areUnderOneRoof(int one, int other) {
        return outermost[one] == outermost[other];
    }
}
