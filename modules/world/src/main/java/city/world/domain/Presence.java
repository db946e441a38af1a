package city.world.domain;

import city.world.ResidentId;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import city.world.kernel.TimingWheel;
import city.world.kernel.state.IdIndex;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Who is where: each resident at one location, on the way between two, or gone. Residents are addressed by slot.
///
/// Mutable, on the city thread; questions may be asked from any thread while nothing is written.
public final class Presence {
    public static final int NOWHERE = PresenceTable.NOWHERE;

    private static final Purpose LOOK = Purpose.of("world.look");

    private final PresenceTable rows = new PresenceTable();
    private final IdIndex slots = new IdIndex(rows.table, rows.id);
    private final TimingWheel arrivals = new TimingWheel();
    private Crowd[] crowds = {};
    private Nesting nesting = Nesting.NONE;
    /// By location: how many are at it or at places within it.
    private int[] within = {};
    private int here;
    private int onTheWay;
    private int gone;

    public Table table() {
        return rows.table;
    }

    /// Makes all indexes anew from the table.
    ///
    /// @param map what lies within what
    public void rebuild(Nesting map) {
        arrivals.clear();
        nesting = map;
        within = new int[map.places()];
        crowds = new Crowd[map.places()];
        Arrays.setAll(crowds, _ -> new Crowd());
        here = 0;
        onTheWay = 0;
        gone = 0;
        slots.rebuild();
        for (int slot = 0; slot < rows.table.rows(); slot++) {
            index(slot);
        }
    }

    /// @throws IllegalArgumentException when the id is known already
    /// @throws IndexOutOfBoundsException when there is no such location
    public int enter(ResidentId resident, int location) {
        if (slotOf(resident) != NOWHERE) {
            throw new IllegalArgumentException("resident is known already: " + resident.value());
        }
        var crowd = crowds[location];
        int slot = rows.table.add();
        rows.id.set(slot, resident.value());
        rows.rest(slot, location);
        slots.put(slot);
        crowd.add(slot);
        count(location, 1);
        here++;
        return slot;
    }

    /// @throws IllegalStateException when the resident left already
    public void leave(int slot) {
        mustBeInTheCity(slot);
        if (rows.isOnTheWay(slot)) {
            arrivals.cancel(slot);
            onTheWay--;
        } else {
            crowds[rows.location.get(slot)].remove(slot);
            count(rows.location.get(slot), -1);
            here--;
        }
        rows.rest(slot, NOWHERE);
        rows.gone.set(slot, 1);
        gone++;
    }

    /// Sends off a resident that is at a location.
    ///
    /// @param arrivalTick later than the present one
    public void depart(int slot, int destination, long tick, long arrivalTick) {
        int origin = rows.location.get(slot);
        crowds[origin].remove(slot);
        count(origin, -1);
        rows.location.set(slot, NOWHERE);
        rows.origin.set(slot, origin);
        rows.destination.set(slot, destination);
        rows.departedTick.set(slot, tick);
        rows.arrivalTick.set(slot, arrivalTick);
        arrivals.set(slot, arrivalTick);
        here--;
        onTheWay++;
    }

    /// Those who arrive at this tick, ascending. Each must be given its place by {@link #arrive}.
    public int[] dueAt(long tick) {
        return arrivals.due(tick);
    }

    /// Puts a resident that was on the way at a location, which need not be its destination.
    public void arrive(int slot, int location) {
        rows.rest(slot, location);
        crowds[location].add(slot);
        count(location, 1);
        onTheWay--;
        here++;
    }

    /// @throws IllegalStateException when the resident left the city
    public void mustBeInTheCity(int slot) {
        if (rows.isGone(slot)) {
            throw new IllegalStateException("resident in slot %d left the city already".formatted(slot));
        }
    }

    public int slots() {
        return rows.table.rows();
    }

    /// How many are in the city, at a place or on the way.
    public int population() {
        return here + onTheWay;
    }

    /// @return the slot, or {@link #NOWHERE}
    public int slotOf(ResidentId resident) {
        return slots.find(resident.value());
    }

    public ResidentId residentAt(int slot) {
        return new ResidentId(rows.id.get(slot));
    }

    public int locationOf(int slot) {
        return rows.location.get(slot);
    }

    public int originOf(int slot) {
        return rows.origin.get(slot);
    }

    public int destinationOf(int slot) {
        return rows.destination.get(slot);
    }

    /// 0 when the resident is not on the way.
    public long arrivalOf(int slot) {
        return rows.arrivalTick.get(slot);
    }

    public int crowdAt(int location) {
        return crowds[location].count();
    }

    /// How many are at a location or at places within it.
    public int countWithin(int location) {
        return within[location];
    }

    /// At most `limit` of those at a location but the given slot. The first place is drawn by tick and slot alone: it
    /// need not differ between cities, only between looks.
    public int[] othersAt(int location, int slot, int limit, long tick) {
        var crowd = crowds[location];
        int start = crowd.count() == 0 ? 0 : new Chance(tick).below(crowd.count(), LOOK, slot);
        return crowd.others(slot, limit, start);
    }

    /// Who was where after a commit. Safe from any thread.
    public PresenceView in(Snapshot snapshot) {
        return new PresenceView(rows, slots, snapshot.of(rows.table));
    }

    /// Whether the running counts cover every slot once; the evidence when they do not, else empty.
    public String miscount() {
        return here + onTheWay + gone == slots()
                ? ""
                : "%d here, %d on the way and %d gone of %d".formatted(here, onTheWay, gone, slots());
    }

    /// What is broken, recounted from the table. Empty when nothing is.
    ///
    /// @param tick the tick that was last run
    public List<String> recount(long tick) {
        var broken = new ArrayList<String>();
        int counted = 0;
        for (int slot = 0; slot < slots(); slot++) {
            var fault = faultOf(slot, tick);
            if (!fault.isEmpty()) {
                broken.add("slot %d %s".formatted(slot, fault));
            }
            counted += rows.location.get(slot) == NOWHERE ? 0 : 1;
        }
        int crowded = 0;
        for (int place = 0; place < crowds.length; place++) {
            crowded += crowds[place].count();
            int inside = 0;
            for (int row = place; row <= nesting.lastWithin(place); row++) {
                inside += crowds[row].count();
            }
            if (inside != within[place]) {
                broken.add("location %d counts %d within, %d are".formatted(place, within[place], inside));
            }
        }
        if (crowded != counted || here != counted) {
            broken.add("%d at locations, %d in crowds, %d counted".formatted(counted, crowded, here));
        }
        return broken;
    }

    private String faultOf(int slot, long tick) {
        if (!rows.table.exists(slot)) {
            return "has no row";
        }
        if (slotOf(residentAt(slot)) != slot) {
            return "is not found by its id " + rows.id.get(slot);
        }
        if (rows.isGone(slot)) {
            return rows.location.get(slot) == NOWHERE && rows.arrivalTick.get(slot) == 0 ? "" : "is gone and yet here";
        }
        return rows.isOnTheWay(slot) ? faultOfWay(slot, tick) : faultOfPlace(slot);
    }

    private String faultOfWay(int slot, long tick) {
        if (!isLocation(rows.origin.get(slot)) || !isLocation(rows.destination.get(slot))) {
            return "walks from %d to %d".formatted(rows.origin.get(slot), rows.destination.get(slot));
        }
        return rows.arrivalTick.get(slot) > tick ? "" : "should have arrived at tick " + rows.arrivalTick.get(slot);
    }

    private String faultOfPlace(int slot) {
        int location = rows.location.get(slot);
        if (!isLocation(location)) {
            return "is at no location that exists: " + location;
        }
        return crowds[location].contains(slot) ? "" : "is not in the crowd at " + location;
    }

    private boolean isLocation(int row) {
        return row >= 0 && row < crowds.length;
    }

    private void index(int slot) {
        if (rows.isGone(slot)) {
            gone++;
        } else if (rows.isOnTheWay(slot)) {
            arrivals.set(slot, rows.arrivalTick.get(slot));
            onTheWay++;
        } else {
            crowds[rows.location.get(slot)].add(slot);
            count(rows.location.get(slot), 1);
            here++;
        }
    }

    /// The cost follows how deep a place lies.
    private void count(int location, int more) {
        for (int place = location; place != Nesting.NOTHING; place = nesting.parentOf(place)) {
            within[place] += more;
        }
    }
}
