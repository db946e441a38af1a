package city.adapter.web.map;

/// The part of the map that a watcher sees, in metres, and how large it sees it.
///
/// @param x0           the western edge
/// @param y0           the southern edge
/// @param x1           the eastern edge, above `x0`
/// @param y1           the northern edge, above `y0`
/// @param cellDecimeters the side of a cell, where people are told by how many they are
public record Viewport(int x0, int y0, int x1, int y1, int cellDecimeters) {
    /// Beyond the farthest place that a map may have, so that any map fits with room around it.
    public static final int FARTHEST_METERS = 2_000_000;

    /// So large a cell is on the screen: small enough to show streets, large enough for a number of people.
    private static final int CELL_PIXELS = 10;

    /// A grid has no more cells along a side: with one below a pixel there is nothing to see.
    static final int MOST_CELLS = 400;

    public Viewport {
        if (x1 <= x0 || y1 <= y0) {
            throw new IllegalArgumentException(
                    "x1 and y1 must be above x0 and y0: %d,%d to %d,%d".formatted(x0, y0, x1, y1));
        }
    }

    /// @param pixelsPerMeter above 0
    public static Viewport of(int x0, int y0, int x1, int y1, double pixelsPerMeter) {
        double side = Math.max(1.0 * x1 - x0, 1.0 * y1 - y0) * DECIMETERS;
        double cell = Math.max(Math.ceil(CELL_PIXELS * DECIMETERS / pixelsPerMeter), Math.ceil(side / MOST_CELLS));
        return new Viewport(x0, y0, x1, y1, (int) Math.clamp(cell, 1, Integer.MAX_VALUE));
    }

    static final int DECIMETERS = 10;

    boolean shows(int xDecimeters, int yDecimeters) {
        return xDecimeters >= x0 * DECIMETERS
                && xDecimeters < x1 * DECIMETERS
                && yDecimeters >= y0 * DECIMETERS
                && yDecimeters < y1 * DECIMETERS;
    }

    /// Whether the box around a way meets the viewport.
    boolean meets(int xa, int ya, int xb, int yb) {
        return Math.max(xa, xb) >= x0 * DECIMETERS
                && Math.min(xa, xb) < x1 * DECIMETERS
                && Math.max(ya, yb) >= y0 * DECIMETERS
                && Math.min(ya, yb) < y1 * DECIMETERS;
    }

    int columns() {
        return Math.ceilDiv((x1 - x0) * DECIMETERS, cellDecimeters);
    }

    int rows() {
        return Math.ceilDiv((y1 - y0) * DECIMETERS, cellDecimeters);
    }
}
