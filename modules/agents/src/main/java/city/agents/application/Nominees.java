package city.agents.application;

import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Whom of those who may think with more than routine one tick asks. However many wake at once, no more are asked than
/// minds outside of the city can be expected to answer, and the others do what their routine decided, at once.
final class Nominees {
    static final int MOST_A_TICK = 1_500;

    /// Of whoever is not to be asked.
    static final int NONE = -1;

    private static final Purpose LOT = Purpose.of("agents.nominee");
    private static final int LOTS = 1 << 30;

    private Nominees() {}

    /// The most salient first, and among equals by lot.
    ///
    /// @param slots    of those who woke
    /// @param salience of why each may be asked, or {@link #NONE}
    /// @return a bit for each who is asked
    static BitSet choose(int[] slots, int[] salience, Chance chance) {
        var willing = IntStream.range(0, slots.length)
                .filter(it -> salience[it] != NONE)
                .toArray();
        var chosen = new BitSet(slots.length);
        ranked(willing, slots, salience, chance).limit(MOST_A_TICK).forEach(chosen::set);
        return chosen;
    }

    /// In any order where all have room.
    private static IntStream ranked(int[] willing, int[] slots, int[] salience, Chance chance) {
        if (willing.length <= MOST_A_TICK) {
            return IntStream.of(willing);
        }
        return IntStream.of(willing)
                .boxed()
                .sorted(Comparator.comparingInt((Integer it) -> -salience[it])
                        .thenComparingInt(it -> chance.below(LOTS, LOT, slots[it]))
                        .thenComparingInt(it -> slots[it]))
                .mapToInt(it -> it);
    }
}
