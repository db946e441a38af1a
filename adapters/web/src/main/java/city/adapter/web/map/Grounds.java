package city.adapter.web.map;

import city.world.WorldReads.LocationState;
import java.util.List;

/// Where the locations are, by row, and how far the people at one stand apart.
final class Grounds {
    static final Grounds NONE = new Grounds(new int[0], new int[0], new int[0]);

    /// The middle of a place, to which nobody is nearer than another.
    private static final double BARE_DECIMETERS = 25;

    /// Two square metres for each that fits: the radius grows with the root of the capacity.
    private static final double DECIMETERS_PER_ROOT = 12;

    /// However many fit, the next house is near.
    private static final double WIDEST_DECIMETERS = 260;

    private final int[] x;
    private final int[] y;
    private final int[] radius;

    private Grounds(int[] x, int[] y, int[] radius) {
        this.x = x;
        this.y = y;
        this.radius = radius;
    }

    static Grounds of(List<LocationState> locations) {
        var places = locations.stream().map(LocationState::location).toList();
        return new Grounds(
                places.stream()
                        .mapToInt(it -> it.xMeters() * Viewport.DECIMETERS)
                        .toArray(),
                places.stream()
                        .mapToInt(it -> it.yMeters() * Viewport.DECIMETERS)
                        .toArray(),
                places.stream().mapToInt(it -> radius(it.capacity())).toArray());
    }

    private static int radius(int capacity) {
        return (int) Math.min(WIDEST_DECIMETERS, BARE_DECIMETERS + DECIMETERS_PER_ROOT * Math.sqrt(capacity));
    }

    boolean knows(int location) {
        return location < x.length;
    }

    /// Where somebody stands at a location, decimetres east: always the same spot for the same slot.
    int xOf(int location, int slot) {
        double turn = unit(hash(slot)) * 2 * Math.PI;
        return x[location] + (int) Math.round(distance(location, slot) * Math.cos(turn));
    }

    /// Decimetres north.
    int yOf(int location, int slot) {
        double turn = unit(hash(slot)) * 2 * Math.PI;
        return y[location] + (int) Math.round(distance(location, slot) * Math.sin(turn));
    }

    /// The root spreads people evenly over the disc.
    private double distance(int location, int slot) {
        return radius[location] * Math.sqrt(unit(hash(~slot)));
    }

    private static double unit(int hash) {
        return (hash >>> 8) / (double) (1 << 24);
    }

    /// The finalizer of MurmurHash3: neighbouring slots do not stand side by side.
    private static int hash(int slot) {
        int h = slot * 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
