package city.world.domain;

import java.util.Arrays;

/// The slots of those at one location, ascending, in one compact array: a look costs what it shows, coming and going
/// cost a binary search and a short move of memory. Mutable, on the city thread; may be read from any while nothing
/// is written.
final class Crowd {
    private int[] slots = {};
    private int count;

    int count() {
        return count;
    }

    void add(int slot) {
        int at = find(slot);
        if (at >= 0) {
            throw new IllegalStateException("slot %d is in the crowd already".formatted(slot));
        }
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count + (count >> 1) + 4);
        }
        int place = -at - 1;
        System.arraycopy(slots, place, slots, place + 1, count - place);
        slots[place] = slot;
        count++;
    }

    void remove(int slot) {
        int at = find(slot);
        if (at < 0) {
            throw new IllegalStateException("slot %d is not in the crowd".formatted(slot));
        }
        count--;
        System.arraycopy(slots, at + 1, slots, at, count - at);
    }

    boolean contains(int slot) {
        return find(slot) >= 0;
    }

    /// At most `limit` slots but the given one, in order from the given place on, from the end on to the beginning.
    int[] others(int slot, int limit, int start) {
        int others = contains(slot) ? count - 1 : count;
        var found = new int[Math.clamp(limit, 0, others)];
        int place = start;
        for (int n = 0; n < found.length; place = place + 1 == count ? 0 : place + 1) {
            if (slots[place] != slot) {
                found[n++] = slots[place];
            }
        }
        return found;
    }

    int[] all() {
        return Arrays.copyOf(slots, count);
    }

    private int find(int slot) {
        return Arrays.binarySearch(slots, 0, count, slot);
    }
}
