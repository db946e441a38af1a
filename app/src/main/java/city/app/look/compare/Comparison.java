package city.app.look.compare;

import city.app.Failure;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.history.Reign;
import city.world.kernel.state.Checksum;
import city.world.spi.JournalEntry;
import city.world.spi.Keyframe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Compares two cities up to a tick, each log in one pass side by side, so that memory does not grow with them.
///
/// Telemetry is compared only where neither city has removed any.
public final class Comparison {
    /// Journal entries that are read at once: commands are short.
    private static final int ENTRIES = 1_000;

    private final Side one;
    private final Side other;
    private final long at;

    /// @param at empty for the last tick that both have
    /// @throws Failure when one of them has not come so far
    public Comparison(Side one, Side other, OptionalLong at) {
        long common = Math.min(one.head().tick(), other.head().tick());
        this.one = one;
        this.other = other;
        this.at = at.orElse(common);
        if (this.at < 0 || this.at > common) {
            throw Failure.wrongUsage(
                    "--at must be 0 to %d, the last tick that both cities have: %d".formatted(common, this.at));
        }
    }

    /// @param limit of the differences in state that are named
    public Findings run(int limit) {
        var journal = Parting.first(journal(one), journal(other));
        long horizon = Math.max(one.log().horizon(Filter.ALL), other.log().horizon(Filter.ALL));
        var event = Parting.first(events(one, horizon), events(other, horizon));
        var tables = one.tablesAt().apply(at);
        var otherTables = other.tablesAt().apply(at);
        var state = StateDifferences.between(tables, otherTables, limit);
        boolean equal = sameGenesis() && journal.isEmpty() && event.isEmpty() && state.count() == 0;
        return new Findings(
                one,
                other,
                at,
                sameGenesis(),
                equal ? OptionalLong.of(at) : lastEqual(journal, event),
                journal,
                event,
                state,
                new Names(tables),
                new Names(otherTables));
    }

    private boolean sameGenesis() {
        return one.origin().digest().equals(other.origin().digest());
    }

    /// The tick before the first trace of a difference. Where only the states differ, which the logs do not explain, it
    /// is the last keyframe by which they are known to have been equal.
    private OptionalLong lastEqual(Optional<Parting<JournalEntry>> journal, Optional<Parting<LoggedEvent>> event) {
        if (!sameGenesis()) {
            return OptionalLong.empty();
        }
        var traces = new ArrayList<Long>();
        journal.ifPresent(it -> traces.add(it.least(JournalEntry::tick)));
        event.ifPresent(it -> traces.add(it.least(LoggedEvent::tick)));
        firstOtherRules().ifPresent(traces::add);
        var keyframes = new SameKeyframes(one.keyframes(), other.keyframes(), at);
        keyframes.firstDifferent().ifPresent(traces::add);
        long parted = traces.stream().mapToLong(it -> it).min().orElse(keyframes.lastEqual() + 1);
        return parted == 0 ? OptionalLong.empty() : OptionalLong.of(parted - 1);
    }

    /// The tick from which on one of them lived by rules by which the other did not.
    private OptionalLong firstOtherRules() {
        var reigns = Reign.of(one.origin(), one.keyframes(), one.head());
        var otherReigns = Reign.of(other.origin(), other.keyframes(), other.head());
        for (int i = 1; i < Math.max(reigns.size(), otherReigns.size()); i++) {
            var begin = beginOf(reigns, i);
            var otherBegin = beginOf(otherReigns, i);
            if (!begin.equals(otherBegin)) {
                long tick = Math.min(begin.tick(), otherBegin.tick());
                return tick <= at ? OptionalLong.of(tick) : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private record Begin(int rulesVersion, long tick) {}

    private static Begin beginOf(List<Reign> reigns, int i) {
        return i < reigns.size()
                ? new Begin(reigns.get(i).rulesVersion(), reigns.get(i).firstTick())
                : new Begin(0, Long.MAX_VALUE);
    }

    private Pages<JournalEntry> journal(Side side) {
        return new Pages<>(
                after -> {
                    var entries = new ArrayList<JournalEntry>();
                    side.record().readJournal(after + 1, after + 1 + ENTRIES, entries::add);
                    return entries;
                },
                -1,
                JournalEntry::ordinal,
                JournalEntry::tick,
                at);
    }

    /// Up to the horizon only what is kept for ever.
    private Pages<LoggedEvent> events(Side side, long horizon) {
        long last = side.head().nextSequence() - 1;
        long lasting = Math.min(horizon, last);
        return new Pages<>(
                after -> {
                    var events = after < lasting
                            ? side.log().read(after, lasting, Filter.LASTING, EventFeed.MAX_BATCH)
                            : List.<LoggedEvent>of();
                    return events.isEmpty()
                            ? side.log().read(Math.max(after, lasting), last, Filter.ALL, EventFeed.MAX_BATCH)
                            : events;
                },
                0,
                LoggedEvent::sequence,
                LoggedEvent::tick,
                at);
    }

    /// Keyframes that both wrote at the same place, up to a tick.
    private record SameKeyframes(List<Keyframe> pairs, Map<Place, Checksum> others) {
        SameKeyframes(List<Keyframe> one, List<Keyframe> other, long at) {
            var others = new HashMap<Place, Checksum>();
            other.forEach(it -> others.put(Place.of(it), it.head().checksum()));
            this(
                    one.stream()
                            .filter(it -> it.head().tick() <= at && others.containsKey(Place.of(it)))
                            .toList(),
                    others);
        }

        Optional<Long> firstDifferent() {
            return pairs.stream()
                    .filter(it -> !isEqual(it))
                    .map(it -> it.head().tick())
                    .findFirst();
        }

        /// A tick; 0 for none, for the genesis is the same.
        long lastEqual() {
            return pairs.stream()
                    .takeWhile(this::isEqual)
                    .mapToLong(it -> it.head().tick())
                    .max()
                    .orElse(0);
        }

        private boolean isEqual(Keyframe keyframe) {
            return keyframe.head().checksum().equals(others.get(Place.of(keyframe)));
        }
    }

    private record Place(long tick, long nextOrdinal, long nextSequence, int rulesVersion) {
        static Place of(Keyframe keyframe) {
            var head = keyframe.head();
            return new Place(head.tick(), head.nextOrdinal(), head.nextSequence(), head.rulesVersion());
        }
    }
}
