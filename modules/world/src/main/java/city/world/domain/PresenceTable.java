package city.world.domain;

import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.UuidColumn;

/// Who is where, as declared state: a row a slot. Rows are never removed.
///
/// At a location: `location` is set, `origin` and `destination` are nowhere, both ticks are 0. On the way: the
/// reverse. Gone: all three are nowhere, both ticks are 0, `gone` is 1.
final class PresenceTable {
    static final int NOWHERE = -1;

    final Table table = new Table("world", "presence");
    final UuidColumn id = table.uuids("id");
    final IntColumn location = table.ints("location");
    final IntColumn origin = table.ints("origin");
    final IntColumn destination = table.ints("destination");
    final LongColumn departedTick = table.longs("departed_tick");
    final LongColumn arrivalTick = table.longs("arrival_tick");
    final IntColumn gone = table.ints("gone");

    void rest(int slot, int place) {
        location.set(slot, place);
        origin.set(slot, NOWHERE);
        destination.set(slot, NOWHERE);
        departedTick.set(slot, 0);
        arrivalTick.set(slot, 0);
    }

    boolean isGone(int slot) {
        return gone.get(slot) != 0;
    }

    boolean isOnTheWay(int slot) {
        return location.get(slot) == NOWHERE && !isGone(slot);
    }
}
