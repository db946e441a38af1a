package city.world.domain.almanac;

import city.world.Happening;
import city.world.domain.Places;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What goes on: a row for each, taken away when it is over. What it shuts is an index over it.
///
/// Mutable, on the city thread; questions may be asked from any thread while nothing is written.
public final class Running {
    private static final Comparator<Happening> OLDEST_FIRST =
            Comparator.comparingLong(Happening::sinceTick).thenComparing(Happening::id);

    private final Table table = new Table("world", "happenings");
    private final UuidColumn id = table.uuids("id");
    private final IntColumn kind = table.ints("kind");
    private final TextColumn name = table.texts("name");
    private final UuidColumn place = table.uuids("place");
    private final LongColumn sinceTick = table.longs("since_tick");
    private final LongColumn untilTick = table.longs("until_tick");

    private final Places places;
    private final Areas areas;
    private List<Happening> running = List.of();
    private BitSet shut = new BitSet();
    private Map<UUID, Integer> venues = Map.of();

    public Running(Places places, Areas areas) {
        this.places = places;
        this.areas = areas;
    }

    public Table table() {
        return table;
    }

    public boolean isFull() {
        return running.size() >= Happening.MOST_RUNNING;
    }

    public void begin(Happening happening) {
        int row = table.add();
        id.set(row, happening.id());
        kind.set(row, happening.kind().ordinal());
        name.set(row, happening.name());
        place.set(row, happening.place());
        sinceTick.set(row, happening.sinceTick());
        untilTick.set(row, happening.untilTick());
        rebuild();
    }

    public void end(Happening happening) {
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (id.get(row).equals(happening.id())) {
                table.remove(row);
            }
        }
        rebuild();
    }

    /// The oldest first.
    public List<Happening> list() {
        return running;
    }

    public boolean isShut(int location) {
        return shut.get(location);
    }

    /// Makes the indexes anew from the table. The map must be there.
    public void rebuild() {
        var found = new ArrayList<Happening>();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            found.add(new Happening(
                    id.get(row),
                    Happening.Kind.of(kind.get(row)),
                    name.get(row),
                    place.get(row),
                    sinceTick.get(row),
                    untilTick.get(row)));
        }
        found.sort(OLDEST_FIRST);
        running = List.copyOf(found);
        var closed = new BitSet();
        for (var happening : running) {
            for (int row = 0; row < places.count(); row++) {
                if (happening.kind().shuts(places.location(row).kind()) && areas.covers(happening.place(), row)) {
                    closed.set(row);
                }
            }
        }
        shut = closed;
        venues = found.stream()
                .map(Happening::place)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), areas::venueOf));
    }

    /// Where it is held, as {@link Areas#venueOf}, at no cost for what goes on: everybody asks.
    public int venueOf(UUID place) {
        var known = venues.get(place);
        return known == null ? areas.venueOf(place) : known;
    }

    /// What went on after a commit, the oldest first. Safe from any thread.
    public List<Happening> in(Snapshot snapshot) {
        var view = snapshot.of(table);
        var found = new ArrayList<Happening>();
        for (int row = 0; row < view.rows(); row++) {
            if (view.exists(row)) {
                found.add(new Happening(
                        view.get(id, row),
                        Happening.Kind.of(view.get(kind, row)),
                        view.get(name, row),
                        view.get(place, row),
                        view.get(sinceTick, row),
                        view.get(untilTick, row)));
            }
        }
        found.sort(OLDEST_FIRST);
        return List.copyOf(found);
    }
}
