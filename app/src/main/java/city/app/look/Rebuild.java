package city.app.look;

import city.app.Failure;
import city.world.kernel.history.Copy;
import city.world.kernel.history.Reign;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Group;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.machine.Replay;
import city.world.spi.CityRecord;
import city.world.spi.Codec;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframes;
import city.world.spi.Probe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Rebuilds a city from its journal, as far as this program's rules reach: from the genesis, or from the keyframe with
/// which it began to live by them. To see one tick, from the newest keyframe at or below it.
public final class Rebuild {
    private final CityRecord record;
    private final Keyframes keyframes;
    private final Head head;
    private final Codec codec;
    private final Origin origin;
    private final String option;
    private final List<Keyframe> all;
    private final List<Reign> reigns;

    /// @param origin the journal's, whose place in the chain is known to be right
    /// @param option by which a tick is asked for, such as `--to`
    public Rebuild(CityRecord record, Keyframes keyframes, Head head, Origin origin, Codec codec, String option) {
        this.record = record;
        this.keyframes = keyframes;
        this.head = head;
        this.codec = codec;
        this.origin = origin;
        this.option = option;
        this.all = keyframes.list();
        this.reigns = Reign.of(origin, all, head);
    }

    /// A rebuilt city.
    ///
    /// @param last what happened in its last tick, as {@link Replay#goOn} gives it
    /// @param note what of its history was lived under other rules, for people
    public record Rebuilt(Machine machine, Group last, boolean toTheEnd, Optional<String> note) {}

    /// @param to       the tick to stop at; empty for the city's last, from as far back as can be
    /// @param assembly fresh
    /// @throws Failure when the tick is none of the city's, or not one of this program's rules
    public Rebuilt run(OptionalLong to, Assembly assembly) {
        var reign = reignOf(assembly.rulesVersion());
        long target = requireWithin(reign, to);
        var start = to.isPresent() ? reign.nearest(all, target) : reign.beginning();
        return run(target, reign, start, assembly, to.isPresent() ? Optional.empty() : note(reign));
    }

    /// How many ticks there are to run for {@link #run}.
    ///
    /// @throws Failure when the tick is none of the city's, or not one of these rules
    public long ticksTo(long tick, int rulesVersion) {
        var reign = reignOf(rulesVersion);
        long target = requireWithin(reign, OptionalLong.of(tick));
        return target - reign.nearest(all, target).map(it -> it.head().tick()).orElse(0L);
    }

    /// Up to a tick which is run here, so that what happened in it is at hand; but for one with which the rules, or the
    /// city, begin.
    ///
    /// @param assembly fresh
    /// @throws Failure when the tick is none of the city's, or not one of this program's rules
    public Rebuilt through(long tick, Assembly assembly) {
        var reign = reignOf(assembly.rulesVersion());
        long target = requireWithin(reign, OptionalLong.of(tick));
        return run(target, reign, reign.nearest(all, target - 1), assembly, Optional.empty());
    }

    private Rebuilt run(long target, Reign reign, Optional<Keyframe> start, Assembly assembly, Optional<String> note) {
        var machine = new Machine(origin, assembly, codec, Probe.none(), () -> 0);
        var replay = new Replay(machine, target, nextOrdinalAfter(target, reign));
        start.ifPresent(it -> Copy.restore(keyframes, it, machine, codec));
        var last = start.isPresent() ? replay.goOn(record) : replay.run(record);
        boolean toTheEnd = target == head.tick() && reign.end().equals(head);
        if (toTheEnd) {
            replay.compareTip(head);
        }
        return new Rebuilt(machine, last, toTheEnd, note);
    }

    private Reign reignOf(int rulesVersion) {
        return reigns.stream()
                .filter(it -> it.rulesVersion() == rulesVersion)
                .reduce((_, later) -> later)
                .orElseThrow(() -> Failure.doesNotHold(
                        "the city never lived by rules version %d, which this program has, but by %s"
                                .formatted(rulesVersion, told(reigns))));
    }

    private long requireWithin(Reign reign, OptionalLong to) {
        long target = to.orElse(head.tick());
        if (target < 0 || target > head.tick()) {
            throw Failure.wrongUsage(
                    "%s must be 0 to %d, the city's last tick: %d".formatted(option, head.tick(), target));
        }
        if (target < reign.firstTick() || target > reign.lastTick()) {
            throw Failure.wrongUsage(
                    "tick %d was not lived by rules version %d, which this program has; the city lived by %s: give %s %d to %d, or take the release of the other rules"
                            .formatted(
                                    target,
                                    reign.rulesVersion(),
                                    told(reigns),
                                    option,
                                    reign.firstTick(),
                                    reign.lastTick()));
        }
        return target;
    }

    /// Where reading may stop: whoever stands beyond the tick, in the journal, too.
    private long nextOrdinalAfter(long tick, Reign reign) {
        for (var keyframe : all) {
            if (keyframe.head().tick() > tick) {
                return Math.min(keyframe.head().nextOrdinal(), reign.end().nextOrdinal());
            }
        }
        return reign.end().equals(head) ? Long.MAX_VALUE : reign.end().nextOrdinal();
    }

    private Optional<String> note(Reign reign) {
        var before = reigns.subList(0, reigns.indexOf(reign));
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of("replays from tick %d, where rules version %d begins; before it the city lived by %s"
                        .formatted(reign.firstTick(), reign.rulesVersion(), told(before)));
    }

    private static String told(List<Reign> reigns) {
        return String.join(
                ", ",
                reigns.stream()
                        .map(it -> "rules version %d (ticks %d to %d)"
                                .formatted(it.rulesVersion(), it.firstTick(), it.lastTick()))
                        .toList());
    }
}
