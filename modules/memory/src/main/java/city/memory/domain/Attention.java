package city.memory.domain;

import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.world.ResidentId;
import java.util.HashMap;
import java.util.Map;

/// How much of one kind a resident takes in at a time: {@link #SPAN} experiences a tick, and beyond them only what
/// matters more than all before it of that kind. So whoever floods a resident crowds out nothing but its like. One
/// thread.
public final class Attention {
    /// Of all kinds together a resident of a metropolis has one or two a tick, and four at the very most.
    public static final int SPAN = 16;

    private final Map<Like, Taken> taken = new HashMap<>();
    private long tick = -1;

    /// Asked once for each experience, in the order of the log.
    public boolean takesIn(ResidentId resident, long tick, Stakes stakes) {
        if (tick != this.tick) {
            taken.clear();
            this.tick = tick;
        }
        int importance = Importance.of(stakes);
        var like = new Like(resident, stakes.base(), stakes.role());
        var before = taken.getOrDefault(like, Taken.NOTHING);
        if (before.count >= SPAN && importance <= before.most) {
            return false;
        }
        taken.put(like, new Taken(before.count + 1, Math.max(before.most, importance)));
        return true;
    }

    /// A kind of event, by its weight, and the part that the resident has in it.
    private record Like(ResidentId resident, int base, Role role) {}

    private record Taken(int count, int most) {
        static final Taken NOTHING = new Taken(0, -1);
    }
}
