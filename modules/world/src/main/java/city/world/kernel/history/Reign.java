package city.world.kernel.history;

import city.world.kernel.machine.Origin;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A stretch of the city's life under one version of the rules. The first begins with the genesis, each later one with
/// the keyframe that the first start of a newer program wrote.
///
/// @param beginning the keyframe; empty for the genesis
/// @param end       the head at which it ended, or the record's
public record Reign(int rulesVersion, Optional<Keyframe> beginning, Head end) {
    /// All, oldest first.
    ///
    /// @param keyframes of the record, oldest first
    /// @param head      of the record
    public static List<Reign> of(Origin origin, List<Keyframe> keyframes, Head head) {
        var reigns = new ArrayList<Reign>();
        Optional<Keyframe> beginning = Optional.empty();
        int rules = origin.genesis().rulesVersion();
        for (var keyframe : keyframes) {
            if (keyframe.cause() == Cause.RULES) {
                reigns.add(new Reign(rules, beginning, keyframe.head()));
                beginning = Optional.of(keyframe);
                rules = keyframe.head().rulesVersion();
            }
        }
        reigns.add(new Reign(rules, beginning, head));
        return Collections.unmodifiableList(reigns);
    }

    /// The first tick whose end state was reached under these rules.
    public long firstTick() {
        return beginning.map(it -> it.head().tick()).orElse(0L);
    }

    public long lastTick() {
        return end.tick();
    }

    /// The newest place at or below a tick from which a replay can go on under these rules; empty for the genesis.
    ///
    /// @param keyframes of the record, oldest first
    public Optional<Keyframe> nearest(List<Keyframe> keyframes, long tick) {
        var near = beginning;
        for (var keyframe : keyframes) {
            var at = keyframe.head();
            boolean inside = at.rulesVersion() == rulesVersion
                    && at.commit() >= beginning.map(it -> it.head().commit()).orElse(0L)
                    && at.commit() <= end.commit();
            if (inside && at.tick() <= tick) {
                near = Optional.of(keyframe);
            }
        }
        return near;
    }
}
