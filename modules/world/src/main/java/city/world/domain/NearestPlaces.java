package city.world.domain;

import city.world.LocationKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// For each location and kind, the nearest locations of the kind: those {@link #MOST} with the least straight distance,
/// nearest first, ties by row. Made once for a map and immutable.
final class NearestPlaces {
    /// Nobody compares more than a handful of shops; the lists are what a location costs most.
    static final int MOST = 8;

    static final NearestPlaces NONE = of(new int[0], new int[0], new int[0]);

    /// By kind, then by location.
    private final List<List<List<Integer>>> lists;

    private NearestPlaces(List<List<List<Integer>>> lists) {
        this.lists = lists;
    }

    /// @param kinds ordinals of {@link LocationKind}, by row as the coordinates
    static NearestPlaces of(int[] kinds, int[] xMeters, int[] yMeters) {
        var rows = IntStream.range(0, kinds.length).boxed().toList();
        var lists = new ArrayList<List<List<Integer>>>();
        for (var kind : LocationKind.values()) {
            var members = rows.stream()
                    .filter(row -> kinds[row] == kind.ordinal())
                    .sorted(Comparator.comparingInt((Integer row) -> xMeters[row]))
                    .toArray(Integer[]::new);
            var search = new Search(members, xMeters, yMeters);
            lists.add(rows.stream().map(search::nearestTo).toList());
        }
        return new NearestPlaces(lists);
    }

    List<Integer> nearest(int location, LocationKind kind) {
        return lists.get(kind.ordinal()).get(location);
    }

    /// The members of one kind, sorted by x. From a location's own x the search goes both ways and ends where x alone
    /// is farther than the worst that it keeps.
    private record Search(Integer[] members, int[] xMeters, int[] yMeters) {
        List<Integer> nearestTo(int row) {
            var best = new Best();
            int right = firstAtOrAfter(xMeters[row]);
            int left = right - 1;
            while (right < members.length && best.mayTake(square(xMeters[row] - (long) xMeters[members[right]]))) {
                best.offer(members[right], distanceSquared(row, members[right]));
                right++;
            }
            while (left >= 0 && best.mayTake(square(xMeters[row] - (long) xMeters[members[left]]))) {
                best.offer(members[left], distanceSquared(row, members[left]));
                left--;
            }
            return best.rows();
        }

        private int firstAtOrAfter(int x) {
            int low = 0;
            int high = members.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (xMeters[members[middle]] < x) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private long distanceSquared(int one, int other) {
            return square((long) xMeters[one] - xMeters[other]) + square((long) yMeters[one] - yMeters[other]);
        }

        private static long square(long meters) {
            return meters * meters;
        }
    }

    /// The best so far, nearest first, ties by row.
    private static final class Best {
        private final Integer[] rows = new Integer[MOST];
        private final long[] distances = new long[MOST];
        private int count;

        boolean mayTake(long distance) {
            return count < MOST || distance <= distances[MOST - 1];
        }

        void offer(Integer row, long distance) {
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

        private boolean isBefore(Integer row, long distance, int at) {
            return distance < distances[at] || distance == distances[at] && row < rows[at];
        }
    }
}
