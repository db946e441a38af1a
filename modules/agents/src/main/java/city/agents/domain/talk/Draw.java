package city.agents.domain.talk;

import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;

/// Draws one after the other for one speaker at one moment. Mutable: it counts.
final class Draw {
    private static final Purpose WORDS = Purpose.of("agents.words");

    private final Chance chance;
    private final int slot;
    private int count;

    Draw(Chance chance, int slot) {
        this.chance = chance;
        this.slot = slot;
    }

    int below(int bound) {
        return chance.below(bound, WORDS, slot, count++);
    }

    boolean perMille(int perMille) {
        return below(1000) < perMille;
    }
}
