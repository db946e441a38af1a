package city.world.domain;

import city.world.kernel.state.TableView;
import java.util.Arrays;

/// All residents of one view, counted by location: one pass over the slots serves every question about crowds.
/// Immutable, safe from any thread.
public final class Census {
    private final TableView counted;
    private final int present;
    /// Where a location's slots begin in {@link #slots}; one more entry than locations.
    private final int[] starts;
    private final int[] slots;

    private Census(TableView counted, int present, int[] starts, int[] slots) {
        this.counted = counted;
        this.present = present;
        this.starts = starts;
        this.slots = slots;
    }

    public static Census of(PresenceView presence, int locations) {
        var ends = new int[locations + 1];
        int present = 0;
        for (int slot = 0; slot < presence.slots(); slot++) {
            present += presence.isGone(slot) ? 0 : 1;
            int location = presence.locationOf(slot);
            if (location >= 0) {
                ends[location + 1]++;
            }
        }
        for (int location = 0; location < locations; location++) {
            ends[location + 1] += ends[location];
        }
        var slots = new int[ends[locations]];
        var next = ends.clone();
        for (int slot = 0; slot < presence.slots(); slot++) {
            int location = presence.locationOf(slot);
            if (location >= 0) {
                slots[next[location]++] = slot;
            }
        }
        return new Census(presence.rows(), present, ends, slots);
    }

    /// Whether it is the census of these residents on so many locations.
    public boolean counts(PresenceView presence, int locations) {
        return counted == presence.rows() && starts.length == locations + 1;
    }

    /// Residents in the city, also those on the way.
    public int present() {
        return present;
    }

    public int at(int location) {
        return starts[location + 1] - starts[location];
    }

    /// At all locations from the first row to the last.
    public int between(int first, int last) {
        return starts[last + 1] - starts[first];
    }

    /// Ascending.
    public int[] slotsAt(int location) {
        return Arrays.copyOfRange(slots, starts[location], starts[location + 1]);
    }
}
