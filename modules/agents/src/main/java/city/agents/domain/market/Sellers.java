package city.agents.domain.market;

import city.economy.Economy;
import city.world.World;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Where food is sold, and which of these places are nearest to where. An index over what the founding fixed, so that
/// it
/// is the same whenever it is built: a market day is not in it. Built once, on the city thread, and read by any.
public final class Sellers {
    /// Near places tried first; all others follow only when none of these will do.
    private static final int NEAR = 8;

    private final World world;
    private final Economy economy;
    private int goods = -1;
    private int locations = -1;
    private Index pantry = Index.EMPTY;
    private Index table = Index.EMPTY;

    public Sellers(World world, Economy economy) {
        this.world = world;
        this.economy = economy;
    }

    /// Builds the index anew when the city has been founded, or loaded, since. On the city thread.
    public void refresh() {
        if (goods == economy.goods().size() && locations == world.locations()) {
            return;
        }
        goods = economy.goods().size();
        locations = world.locations();
        pantry = index(false);
        table = index(true);
    }

    public void forget() {
        goods = -1;
    }

    /// The nearest place that sells food and that will do, or {@link World#NOWHERE}.
    ///
    /// @param onTheSpot meals, or food to carry away
    public int nearest(int from, boolean onTheSpot, IntPredicate willDo) {
        var index = onTheSpot ? table : pantry;
        for (int place : index.near()[from]) {
            if (willDo.test(place)) {
                return place;
            }
        }
        return index.sellers().length <= NEAR ? World.NOWHERE : nearest(index.sellers(), from, willDo);
    }

    private int nearest(int[] sellers, int from, IntPredicate willDo) {
        int best = World.NOWHERE;
        for (int place : sellers) {
            boolean nearer = best == World.NOWHERE || distance(from, place) < distance(from, best);
            if (nearer && willDo.test(place)) {
                best = place;
            }
        }
        return best;
    }

    private Index index(boolean onTheSpot) {
        var found = new int[locations];
        int count = 0;
        for (int place = 0; place < locations; place++) {
            if (sellsFood(place, onTheSpot)) {
                found[count++] = place;
            }
        }
        var sellers = Arrays.copyOf(found, count);
        var near = new int[locations][];
        for (int place = 0; place < locations; place++) {
            near[place] = near(place, sellers);
        }
        return new Index(sellers, near);
    }

    private boolean sellsFood(int place, boolean onTheSpot) {
        return Arrays.stream(economy.goodsOfFirmsAt(place))
                .mapToObj(economy.goods()::get)
                .anyMatch(good -> good.nourishPerMille() > 0 && good.onTheSpot() == onTheSpot);
    }

    /// Insertion into a short sorted list: the cost follows the sellers, and nothing is sorted that is not kept.
    private int[] near(int from, int[] sellers) {
        var kept = new int[Math.min(NEAR, sellers.length)];
        int count = 0;
        for (int place : sellers) {
            int at = count;
            while (at > 0 && distance(from, kept[at - 1]) > distance(from, place)) {
                at--;
            }
            if (at < kept.length) {
                System.arraycopy(kept, at, kept, at + 1, Math.min(count, kept.length - 1) - at);
                kept[at] = place;
                count = Math.min(count + 1, kept.length);
            }
        }
        return kept;
    }

    private long distance(int from, int to) {
        var here = world.location(from);
        var there = world.location(to);
        long east = (long) here.xMeters() - there.xMeters();
        long north = (long) here.yMeters() - there.yMeters();
        return east * east + north * north;
    }

    /// @param sellers rows, ascending
    /// @param near    by location: the nearest sellers, nearest first
    @SuppressWarnings("ArrayRecordComponent") // read-only, never compared
    private record Index(int[] sellers, int[][] near) {
        static final Index EMPTY = new Index(new int[0], new int[0][]);
    }
}
