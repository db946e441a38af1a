package city.memory.domain;

import city.world.ResidentId;
import java.util.HashMap;
import java.util.Map;

/// How much a resident takes in at a time: {@link #SPAN} experiences a tick, and beyond them only what matters more
/// than
/// all that came before it in that tick. So a flood of trifles, whoever sends it, neither drives out what a resident
/// remembers nor hides what matters. One thread.
public final class Attention {
    /// A busy tick of a resident has some five.
    static final int SPAN = 16;

    private final Map<ResidentId, Taken> taken = new HashMap<>();
    private long tick = -1;

    /// Asked once for each experience, in the order of the log.
    ///
    /// @param importance per mille, 0 to 1000
    public boolean takesIn(ResidentId resident, long tick, int importance) {
        if (tick != this.tick) {
            taken.clear();
            this.tick = tick;
        }
        var before = taken.getOrDefault(resident, Taken.NOTHING);
        if (before.count >= SPAN && importance <= before.most) {
            return false;
        }
        taken.put(resident, new Taken(before.count + 1, Math.max(before.most, importance)));
        return true;
    }

    private record Taken(int count, int most) {
        static final Taken NOTHING = new Taken(0, -1);
    }
}
