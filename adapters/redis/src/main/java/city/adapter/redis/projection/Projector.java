package city.adapter.redis.projection;

import city.adapter.redis.projection.Change.Drop;
import city.adapter.redis.projection.Change.Rename;
import city.adapter.redis.projection.Store.Session;
import city.agents.ResidentStatus;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.Kernel;
import city.world.kernel.state.Snapshot;
import city.world.spi.Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a store show the city: fills it from a snapshot, then follows the log from that snapshot's sequence. What is
/// written is always of the newest snapshot, so it may be written again at any time and in any order of events.
///
/// Used by one thread.
final class Projector {
    /// A transaction holds up everybody else in the store for about a millisecond.
    static final int MAX_CHANGES_A_WRITE = 1_000;

    /// Behind by more events than this, it is cheaper to fill anew, and telemetry of so long ago may be gone.
    static final long MAX_LAG = 50_000;

    private static final int RESIDENTS_A_STEP = MAX_CHANGES_A_WRITE / 2;

    /// The clock is shown at most five times a second, for the census costs a look at every resident.
    private static final Duration SHOW_CLOCK_EVERY = Duration.ofMillis(200);

    /// So an emptied store is noticed within a second also while nothing happens.
    private static final Duration TOUCH_EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private final Kernel kernel;
    private final EventFeed feed;
    private final Content content;
    private final Codec codec;
    private final Keys keys;
    private final String city;
    private final Supplier<String> epochs;
    private final LongSupplier nanos;

    private boolean knowsStore;
    private Optional<Marker> mine = Optional.empty();
    private long shownTick = -1;
    private long shownSequence = -1;
    private long shownAt;
    private long touchedAt;

    /// How the store stands to the projector.
    enum Standing {
        /// All is as this projector left it, or has just been made so.
        OURS,
        /// Somebody was there: it must be looked at again.
        DISTURBED,
        /// Somebody else's projections are there, although ours were.
        FOREIGN
    }

    /// @param city       a name for this city that no other has
    /// @param knowsStore whether the city's record knows of projections made earlier; a marker found in the store
    /// is then believed
    /// @param epochs     gives another one at each call
    Projector(
            Kernel kernel,
            Content content,
            Codec codec,
            String city,
            boolean knowsStore,
            Supplier<String> epochs,
            LongSupplier nanos) {
        this.kernel = kernel;
        this.feed = kernel.events();
        this.content = content;
        this.codec = codec;
        this.keys = content.keys();
        this.city = city;
        this.knowsStore = knowsStore;
        this.epochs = epochs;
        this.nanos = nanos;
    }

    /// The last event that everything in the store reflects, 0 before the store was ever looked at.
    long position() {
        return mine.map(Marker::sequence).orElse(0L);
    }

    /// Whatever is in the store is not believed any more.
    void forget() {
        mine = Optional.empty();
        knowsStore = false;
    }

    /// Goes on from where the store says that it is, or fills it, after a connection and after a disturbance.
    Standing takeUp(Session session) throws InterruptedException {
        shownTick = -1;
        var found = Marker.parse(session.marker());
        var known = found.filter(this::isToBelieve);
        if (known.isPresent()) {
            mine = known;
            return Standing.OURS;
        }
        if (found.isPresent() && mine.isPresent() && !found.get().isOfOneEpochWith(mine.get())) {
            return Standing.FOREIGN;
        }
        return fill(session);
    }

    /// Waits for events a little, and shows what is new.
    Standing follow(Session session, Duration patience) throws InterruptedException {
        if (!feed.await(position(), patience)) {
            return rest(session);
        }
        if (feed.lastSequence() - position() > MAX_LAG) {
            return fill(session);
        }
        try {
            return catchUp(session);
        } catch (BelowHorizon removed) {
            return fill(session);
        }
    }

    private boolean isToBelieve(Marker found) {
        boolean isKnown = mine.map(found::isOfOneEpochWith)
                .orElseGet(() -> knowsStore && found.city().equals(city) && found.generation() == kernel.generation());
        long lag = feed.lastSequence() - found.sequence();
        return isKnown && found.complete() && lag >= 0 && lag <= MAX_LAG;
    }

    private Standing catchUp(Session session) throws InterruptedException {
        var batch = feed.read(position(), Filter.ALL, EventFeed.MAX_BATCH);
        var snapshot = kernel.snapshot();
        // What the snapshot does not show yet is left for the next look.
        long upTo = Math.min(batch.scannedTo(), snapshot.sequence());
        var touched = new Touched(codec);
        batch.events().stream().filter(it -> it.sequence() <= upTo).forEach(touched::by);
        var changes = new ArrayList<Change>();
        touched.residents().forEach(it -> changes.addAll(content.resident(snapshot, it)));
        touched.interactions().forEach(it -> changes.add(content.interaction(snapshot, it)));
        showClock(snapshot, changes);
        return write(session, changes, upTo);
    }

    private Standing rest(Session session) throws InterruptedException {
        var changes = new ArrayList<Change>();
        showClock(kernel.snapshot(), changes);
        boolean isDue = nanos.getAsLong() - touchedAt >= TOUCH_EVERY.toNanos();
        return changes.isEmpty() && !isDue ? Standing.OURS : write(session, changes, position());
    }

    private void showClock(Snapshot snapshot, List<Change> changes) {
        boolean isNew = snapshot.tick() != shownTick || snapshot.sequence() != shownSequence;
        boolean isDue = shownTick < 0 || nanos.getAsLong() - shownAt >= SHOW_CLOCK_EVERY.toNanos();
        if (isNew && isDue) {
            changes.add(content.worldState(snapshot));
            shownTick = snapshot.tick();
            shownSequence = snapshot.sequence();
            shownAt = nanos.getAsLong();
        }
    }

    /// In parts; only the last one says how far the whole is.
    private Standing write(Session session, List<Change> changes, long upTo) throws InterruptedException {
        var before = mine.orElseThrow();
        int from = 0;
        while (changes.size() - from > MAX_CHANGES_A_WRITE) {
            if (!send(session, changes.subList(from, from + MAX_CHANGES_A_WRITE), before)) {
                return Standing.DISTURBED;
            }
            from += MAX_CHANGES_A_WRITE;
        }
        return finish(session, changes.subList(from, changes.size()), before.at(upTo));
    }

    private Standing finish(Session session, List<Change> changes, Marker marker) throws InterruptedException {
        if (!send(session, changes, marker)) {
            return Standing.DISTURBED;
        }
        mine = Optional.of(marker);
        return Standing.OURS;
    }

    private boolean send(Session session, List<Change> changes, Marker marker) throws InterruptedException {
        var all = new ArrayList<>(changes);
        all.add(marker.in(keys));
        touchedAt = nanos.getAsLong();
        return session.write(all);
    }

    /// Everything anew from one snapshot. What is there meanwhile stays readable; the sorted set is exchanged whole.
    private Standing fill(Session session) throws InterruptedException {
        var filling = new Marker(city, kernel.generation(), epochs.get(), 0, false);
        mine = Optional.of(filling);
        if (!send(session, List.of(new Drop(keys.wealthDraft())), filling)) {
            return Standing.DISTURBED;
        }
        var snapshot = kernel.snapshot();
        var living = new HashSet<String>();
        var talks = new HashSet<String>();
        boolean filled = fillResidents(session, snapshot, living, filling)
                && sweep(session, keys.agents(), living, filling)
                && fillInteractions(session, snapshot, talks, filling)
                && sweep(session, keys.interactions(), talks, filling);
        if (!filled) {
            return Standing.DISTURBED;
        }
        var last = new ArrayList<Change>();
        last.add(living.isEmpty() ? new Drop(keys.wealth()) : new Rename(keys.wealthDraft(), keys.wealth()));
        showClock(snapshot, last);
        LOG.info("projections of {} residents were made anew at tick {}", living.size(), snapshot.tick());
        return finish(session, last, filling.at(snapshot.sequence()));
    }

    private boolean fillResidents(Session session, Snapshot snapshot, Set<String> living, Marker filling)
            throws InterruptedException {
        int slot = 0;
        while (true) {
            var some = content.agents().residents(snapshot, slot, RESIDENTS_A_STEP);
            if (some.isEmpty()) {
                return true;
            }
            var changes = new ArrayList<Change>();
            for (var resident : some) {
                changes.addAll(content.resident(snapshot, resident, keys.wealthDraft()));
                if (resident.status() != ResidentStatus.DEPARTED) {
                    living.add(keys.agent(resident.id()));
                }
            }
            if (!send(session, changes, filling)) {
                return false;
            }
            slot = some.getLast().slot() + 1;
        }
    }

    private boolean fillInteractions(Session session, Snapshot snapshot, Set<String> talks, Marker filling)
            throws InterruptedException {
        var changes = new ArrayList<Change>();
        for (var interaction : content.social().interactions(snapshot)) {
            content.interaction(interaction).ifPresent(it -> {
                changes.add(it);
                talks.add(keys.interaction(interaction.id()));
            });
        }
        return sendAll(session, changes, filling);
    }

    /// Drops what is no more, such as another city's residents. Keys that are none of ours stay.
    private boolean sweep(Session session, String beginning, Set<String> living, Marker filling)
            throws InterruptedException {
        var strays = new ArrayList<Change>();
        session.forEachKey(
                beginning,
                some -> some.stream()
                        .filter(it -> !living.contains(it) && Keys.isOurs(it, beginning))
                        .forEach(it -> strays.add(new Drop(it))));
        return sendAll(session, strays, filling);
    }

    private boolean sendAll(Session session, List<Change> changes, Marker filling) throws InterruptedException {
        for (int from = 0; from < changes.size(); from += MAX_CHANGES_A_WRITE) {
            int to = Math.min(changes.size(), from + MAX_CHANGES_A_WRITE);
            if (!send(session, changes.subList(from, to), filling)) {
                return false;
            }
        }
        return true;
    }
}
