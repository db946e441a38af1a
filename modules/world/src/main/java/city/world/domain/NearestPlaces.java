package city.world.domain;

import city.world.LocationKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// The nearest locations of a kind: those {@link #MOST} with the least straight distance, nearest first, ties by row.
/// Looked up in a grid a kind, so that a large map costs a few bytes a location and a look costs what it shows. Made
/// once for a map and immutable.
final class NearestPlaces {
    /// Nobody compares more than a handful of shops.
    static final int MOST = 8;

    static final NearestPlaces NONE = of(new int[0], new int[0], new int[0]);

    private final int[] xMeters;
    private final int[] yMeters;
    /// By kind.
    private final List<PlaceGrid> grids;

    private NearestPlaces(int[] xMeters, int[] yMeters, List<PlaceGrid> grids) {
        this.xMeters = xMeters;
        this.yMeters = yMeters;
        this.grids = grids;
    }

    /// @param kinds ordinals of {@link LocationKind}, by row as the coordinates
    static NearestPlaces of(int[] kinds, int[] xMeters, int[] yMeters) {
        var grids = new ArrayList<PlaceGrid>();
        for (var kind : LocationKind.values()) {
            var members = IntStream.range(0, kinds.length)
                    .filter(row -> kinds[row] == kind.ordinal())
                    .toArray();
            grids.add(PlaceGrid.of(members, xMeters, yMeters));
        }
        return new NearestPlaces(xMeters, yMeters, List.copyOf(grids));
    }

    List<Integer> nearest(int location, LocationKind kind) {
        var grid = grids.get(kind.ordinal());
        var best = new Best();
        int x = xMeters[location];
        int y = yMeters[location];
        for (int ring = grid.firstRing(x, y); ring <= grid.lastRing(x, y) && best.mayTake(grid.square(ring)); ring++) {
            grid.forEach(x, y, ring, row -> best.offer(row, distanceSquared(location, row)));
        }
        return best.rows();
    }

    private long distanceSquared(int one, int other) {
        long east = (long) xMeters[one] - xMeters[other];
        long north = (long) yMeters[one] - yMeters[other];
        return east * east + north * north;
    }

    /// The best so far, nearest first, ties by row.
    private static final class Best {
        private final Integer[] rows = new Integer[MOST];
        private final long[] distances = new long[MOST];
        private int count;

        boolean mayTake(long distance) {
            return count < MOST || distance <= distances[MOST - 1];
        }

        void offer(int row, long distance) {
            if (count == MOST && !isBefore(row, distance, MOST - 1)) {
                return;
            }
            int at = count < MOST ? count++ : MOST - 1;
            while (at > 0 && isBefore(row, distance, at - 1)) {
                rows[at] = rows[at - 1];
                distances[at] = distances[at - 1];
                at--;
            }
            rows[at] = row;
            distances[at] = distance;
        }

        List<Integer> rows() {
            return count == 0 ? Collections.emptyList() : List.of(Arrays.copyOf(rows, count));
        }

        private boolean isBefore(int row, long distance, int at) {
            return distance < distances[at] || distance == distances[at] && row < rows[at];
        }
    }
}
