package city.agents.domain.market;

import city.economy.Economy;
import city.world.Atlas;
import city.world.World;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where food is sold, and which of these places are nearest to where. An index over what the founding fixed, so that
/// it is the same whenever it is built: a market day is not in it. Begun on the city thread; what is nearest to a
/// place is found when somebody first asks, on any thread.
public final class Sellers {
    /// Near places tried first; all others follow only when none of these will do.
    private static final int NEAR = 8;

    private final World world;
    private final Economy economy;
    private int goods = -1;
    private int locations = -1;
    private int[] xMeters = {};
    private int[] yMeters = {};
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
        xMeters = coordinates(Atlas.Location::xMeters);
        yMeters = coordinates(Atlas.Location::yMeters);
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
        for (int place : near(index, from)) {
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
        return new Index(Arrays.copyOf(found, count), new AtomicReferenceArray<>(locations));
    }

    private boolean sellsFood(int place, boolean onTheSpot) {
        return Arrays.stream(economy.goodsOfFirmsAt(place))
                .mapToObj(economy.goods()::get)
                .anyMatch(good -> good.nourishPerMille() > 0 && good.onTheSpot() == onTheSpot);
    }

    /// Whoever comes first finds it, and two who come at once find the same.
    private int[] near(Index index, int from) {
        var known = index.near().get(from);
        if (known != null) {
            return known;
        }
        var found = near(from, index.sellers());
        index.near().set(from, found);
        return found;
    }

    /// Insertion into a short sorted list: the cost follows the sellers, and nothing is sorted that is not kept.
    private int[] near(int from, int[] sellers) {
        var kept = new int[Math.min(NEAR, sellers.length)];
        int count = 0;
        for (int place : sellers) {
            long distance = distance(from, place);
            int at = count;
            while (at > 0 && distance(from, kept[at - 1]) > distance) {
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
        long east = (long) xMeters[from] - xMeters[to];
        long north = (long) yMeters[from] - yMeters[to];
        return east * east + north * north;
    }

    private int[] coordinates(ToIntFunction<Atlas.Location> coordinate) {
        return IntStream.range(0, locations)
                .mapToObj(world::location)
                .mapToInt(coordinate)
                .toArray();
    }

    /// @param sellers rows, ascending
    /// @param near    by location: the nearest sellers, nearest first; null until somebody asked
    @SuppressWarnings("ArrayRecordComponent") // read-only, never compared
    private record Index(int[] sellers, AtomicReferenceArray<int @Nullable []> near) {
        static final Index EMPTY = new Index(new int[0], new AtomicReferenceArray<>(0));
    }
}
