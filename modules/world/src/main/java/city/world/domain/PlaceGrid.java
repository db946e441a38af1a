package city.world.domain;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/// Places sorted into square cells, of which each has about two. A look goes round its own cell in rings, of which
/// each is farther away than the one before. Immutable.
final class PlaceGrid {
    private static final int MEMBERS_PER_CELL = 2;

    private final int left;
    private final int bottom;
    private final int cellMeters;
    private final int columns;
    private final int rows;
    /// Where a cell's members begin in {@link #members}; one more entry than cells.
    private final int[] starts;
    private final int[] members;

    private PlaceGrid(int left, int bottom, int cellMeters, int columns, int rows, int[] starts, int[] members) {
        this.left = left;
        this.bottom = bottom;
        this.cellMeters = cellMeters;
        this.columns = columns;
        this.rows = rows;
        this.starts = starts;
        this.members = members;
    }

    /// @param members rows of the places in it, ascending
    static PlaceGrid of(int[] members, int[] xMeters, int[] yMeters) {
        if (members.length == 0) {
            return new PlaceGrid(0, 0, 1, 0, 0, new int[1], members);
        }
        int left = Arrays.stream(members).map(row -> xMeters[row]).min().orElseThrow();
        int bottom = Arrays.stream(members).map(row -> yMeters[row]).min().orElseThrow();
        int width = Arrays.stream(members).map(row -> xMeters[row]).max().orElseThrow() - left + 1;
        int height = Arrays.stream(members).map(row -> yMeters[row]).max().orElseThrow() - bottom + 1;
        int cell = cellMeters(width, height, members.length);
        int columns = (width - 1) / cell + 1;
        int rows = (height - 1) / cell + 1;
        IntUnaryOperator cellOf = row -> (yMeters[row] - bottom) / cell * columns + (xMeters[row] - left) / cell;
        var starts = new int[columns * rows + 1];
        for (int row : members) {
            starts[cellOf.applyAsInt(row) + 1]++;
        }
        for (int at = 1; at < starts.length; at++) {
            starts[at] += starts[at - 1];
        }
        var next = starts.clone();
        var sorted = new int[members.length];
        for (int row : members) {
            sorted[next[cellOf.applyAsInt(row)]++] = row;
        }
        return new PlaceGrid(left, bottom, cell, columns, rows, starts, sorted);
    }

    /// No axis has more cells than places, so that a line of places costs no more than a square of them.
    private static int cellMeters(int width, int height, int members) {
        double square = (double) width * height * MEMBERS_PER_CELL / members;
        int longest = Math.max(width, height);
        return Math.max(Math.max(1, (int) StrictMath.ceil(StrictMath.sqrt(square))), Math.ceilDiv(longest, members));
    }

    /// The ring on which the grid begins, seen from a point, which may lie outside.
    int firstRing(int x, int y) {
        return Math.max(beyond(column(x), columns), beyond(row(y), rows));
    }

    /// The last ring with a cell of the grid on it; less than the first when the grid is empty.
    int lastRing(int x, int y) {
        if (columns == 0) {
            return -1;
        }
        int east = Math.max(Math.abs(column(x)), Math.abs(columns - 1 - column(x)));
        int north = Math.max(Math.abs(row(y)), Math.abs(rows - 1 - row(y)));
        return Math.max(east, north);
    }

    /// The square of the least distance of a ring, in metres.
    long square(int ring) {
        long least = Math.max(0, ring - 1L) * cellMeters;
        return least * least;
    }

    /// The places in the cells of one ring.
    void forEach(int x, int y, int ring, IntConsumer visitor) {
        int column = column(x);
        int row = row(y);
        for (int at = Math.max(0, row - ring); at <= Math.min(rows - 1, row + ring); at++) {
            boolean wholeRow = Math.abs(at - row) == ring;
            int step = wholeRow || ring == 0 ? 1 : 2 * ring;
            for (int along = column - ring; along <= column + ring; along += step) {
                if (along >= 0 && along < columns) {
                    visitCell(at * columns + along, visitor);
                }
            }
        }
    }

    private void visitCell(int cell, IntConsumer visitor) {
        for (int at = starts[cell]; at < starts[cell + 1]; at++) {
            visitor.accept(members[at]);
        }
    }

    private int column(int x) {
        return Math.floorDiv(x - left, cellMeters);
    }

    private int row(int y) {
        return Math.floorDiv(y - bottom, cellMeters);
    }

    private static int beyond(int at, int count) {
        return at < 0 ? -at : Math.max(0, at - count + 1);
    }
}
