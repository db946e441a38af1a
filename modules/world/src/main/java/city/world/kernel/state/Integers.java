package city.world.kernel.state;

import java.util.Arrays;

/// Chunks of integers as narrow as their values allow: arrays of bytes, shorts, ints or longs. Most of a city's numbers
/// are small (shares in per mille, counts, ticks of the first months), so a chunk begins with a byte a row and is
/// replaced by a wider one when a value does not fit. It never becomes narrower again but by a load.
final class Integers {
    static final byte[] UNSET = new byte[Column.CHUNK];

    private Integers() {}

    static long get(Object chunk, int row) {
        int at = row & Column.MASK;
        if (chunk instanceof byte[] bytes) {
            return bytes[at];
        }
        if (chunk instanceof short[] shorts) {
            return shorts[at];
        }
        return chunk instanceof int[] ints ? ints[at] : ((long[]) chunk)[at];
    }

    /// Writes a value into the chunk when that is wide enough.
    ///
    /// @return the chunk, or a wider one that holds the value and all others
    static Object set(Object chunk, int row, long value) {
        int at = row & Column.MASK;
        var wide = fits(chunk, value) ? chunk : widened(chunk, value);
        switch (wide) {
            case byte[] bytes -> bytes[at] = (byte) value;
            case short[] shorts -> shorts[at] = (short) value;
            case int[] ints -> ints[at] = (int) value;
            default -> ((long[]) wide)[at] = value;
        }
        return wide;
    }

    static Object copyOf(Object chunk) {
        return switch (chunk) {
            case byte[] bytes -> bytes.clone();
            case short[] shorts -> shorts.clone();
            case int[] ints -> ints.clone();
            default -> ((long[]) chunk).clone();
        };
    }

    private static boolean fits(Object chunk, long value) {
        return switch (chunk) {
            case byte[] _ -> value == (byte) value;
            case short[] _ -> value == (short) value;
            case int[] _ -> value == (int) value;
            default -> true;
        };
    }

    private static Object widened(Object chunk, long value) {
        if (value == (short) value) {
            var shorts = new short[Column.CHUNK];
            for (int at = 0; at < shorts.length; at++) {
                shorts[at] = (short) get(chunk, at);
            }
            return shorts;
        }
        if (value == (int) value) {
            var ints = new int[Column.CHUNK];
            Arrays.setAll(ints, at -> (int) get(chunk, at));
            return ints;
        }
        var longs = new long[Column.CHUNK];
        Arrays.setAll(longs, at -> get(chunk, at));
        return longs;
    }
}
