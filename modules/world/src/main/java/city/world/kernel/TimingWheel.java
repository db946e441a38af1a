package city.world.kernel;

import java.util.Arrays;

/// At most one timer for each slot, on a hashed timing wheel (Varghese and Lauck 1987, scheme 6): setting and
/// cancelling cost O(1), a tick costs what is due plus what shares its bucket from later turns of the wheel.
///
/// It is an index over a declared column of due ticks and is built anew after a load, so the order within a bucket
/// must not matter: what is due comes out in slot order. Mutable, on the city thread only.
public final class TimingWheel {
    private static final int NONE = -1;

    /// Buckets: more than two days at five minutes a tick, so that hardly any timer waits for a second turn.
    private static final int BUCKETS = 1024;

    private final int[] first = new int[BUCKETS];
    private int[] next = {};
    private int[] previous = {};
    private long[] due = {};
    private int[] fired = new int[16];

    public TimingWheel() {
        Arrays.fill(first, NONE);
    }

    /// Sets the slot's timer, in place of the one it had.
    ///
    /// @param tick must lie after the tick last asked for by {@link #due}
    public void set(int slot, long tick) {
        ensure(slot + 1);
        cancel(slot);
        int bucket = bucket(tick);
        due[slot] = tick;
        previous[slot] = NONE;
        next[slot] = first[bucket];
        if (first[bucket] != NONE) {
            previous[first[bucket]] = slot;
        }
        first[bucket] = slot;
    }

    public void cancel(int slot) {
        if (slot >= due.length || due[slot] == NONE) {
            return;
        }
        if (previous[slot] == NONE) {
            first[bucket(due[slot])] = next[slot];
        } else {
            next[previous[slot]] = next[slot];
        }
        if (next[slot] != NONE) {
            previous[next[slot]] = previous[slot];
        }
        due[slot] = NONE;
    }

    public void clear() {
        Arrays.fill(first, NONE);
        Arrays.fill(due, NONE);
    }

    /// Takes off the wheel the slots whose timers are due at this tick, ascending. Ticks are asked for one after the
    /// other.
    public int[] due(long tick) {
        int count = 0;
        int slot = first[bucket(tick)];
        while (slot != NONE) {
            int following = next[slot];
            if (due[slot] == tick) {
                if (count == fired.length) {
                    fired = Arrays.copyOf(fired, 2 * count);
                }
                fired[count++] = slot;
                cancel(slot);
            }
            slot = following;
        }
        var slots = Arrays.copyOf(fired, count);
        Arrays.sort(slots);
        return slots;
    }

    private static int bucket(long tick) {
        return (int) (tick & BUCKETS - 1);
    }

    private void ensure(int slots) {
        if (slots <= due.length) {
            return;
        }
        int before = due.length;
        int capacity = Math.max(slots, before + (before >> 1) + 16);
        next = Arrays.copyOf(next, capacity);
        previous = Arrays.copyOf(previous, capacity);
        due = Arrays.copyOf(due, capacity);
        Arrays.fill(due, before, capacity, NONE);
    }
}
