package city.app.look;

import city.app.Failure;
import city.world.kernel.access.Past;
import city.world.kernel.engine.Recovery;
import city.world.kernel.machine.Assembly;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.spi.CityRecord;
import city.world.spi.Codec;
import city.world.spi.Keyframes;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The past of a running city, lived again from its record in a machine of its own: from the keyframe before a tick,
/// and no further than a day that has lost its keyframe. What was looked at last is kept. Safe from any thread.
public final class RecordedPast implements Past {
    private static final int KEPT = 2;
    private static final int MOST_DAYS = 2;
    private static final long PATIENCE_SECONDS = 10;
    private static final int MINUTES_PER_DAY = 1440;

    private final CityRecord record;
    private final Keyframes keyframes;
    private final Codec codec;
    private final Supplier<Assembly> assemblies;
    private final List<Table> present;
    private final ReentrantLock one = new ReentrantLock();

    /// By tick, the one that was asked for last at its end.
    private final Map<Long, Snapshot> kept = new LinkedHashMap<>(2 * KEPT, 0.75F, true);

    /// @param assemblies fresh ones
    /// @param present    the tables of the running city, as an assembly lists them
    public RecordedPast(
            CityRecord record, Keyframes keyframes, Codec codec, Supplier<Assembly> assemblies, List<Table> present) {
        this.record = record;
        this.keyframes = keyframes;
        this.codec = codec;
        this.assemblies = assemblies;
        this.present = List.copyOf(present);
    }

    @Override
    public Snapshot at(long tick) {
        takeTurn();
        try {
            var known = kept.get(tick);
            if (known != null) {
                return known;
            }
            var found = liveAgain(tick);
            kept.put(tick, found);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return found;
        } finally {
            one.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!one.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    private Snapshot liveAgain(long tick) {
        var head = record.head().orElseThrow(() -> new IllegalStateException("a running city has a head"));
        var origin = new Recovery(record, codec).readOrigin();
        var assembly = assemblies.get();
        var rebuild = new Rebuild(record, keyframes, head, origin, codec, "tick");
        try {
            long far = rebuild.ticksTo(tick, assembly.rulesVersion());
            long most = MOST_DAYS * MINUTES_PER_DAY / origin.genesis().step().toMinutes();
            if (far > most) {
                throw new NotKept(
                        "tick %d is %d ticks after the last copy of the city before it, and at most %d are lived again for a reader; stop the city, and `city replay --to %1$d`"
                                .formatted(tick, far, most));
            }
            var machine = rebuild.run(OptionalLong.of(tick), assembly).machine();
            return readableByThePresent(machine.publish(), machine.tables());
        } catch (Failure e) {
            throw new NotKept(String.valueOf(e.getMessage()));
        }
    }

    /// Equal assemblies declare equal tables, and a view knows columns by their place.
    private Snapshot readableByThePresent(Snapshot past, List<Table> itsTables) {
        var views = new IdentityHashMap<Table, TableView>(2 * present.size());
        for (int i = 0; i < present.size(); i++) {
            views.put(present.get(i), past.of(itsTables.get(i)));
        }
        return new Snapshot(past.tick(), past.sequence(), views);
    }
}
