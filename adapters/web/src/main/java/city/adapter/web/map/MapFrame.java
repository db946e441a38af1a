package city.adapter.web.map;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes what a viewport shows of a crowd. The layout stands in `docs/websocket.md`; everything is little endian.
final class MapFrame {
    /// With more people than these in view, they are told by how many they are in each cell of a grid.
    static final int MOST_RESIDENTS = 12_000;

    static final int HEADER_BYTES = 56;
    static final int STANDING_BYTES = 12;
    static final int WALKING_BYTES = 32;
    static final int CELL_BYTES = 8;
    static final byte RESIDENTS = 1;
    static final byte GRID = 2;

    private static final byte VERSION = 1;

    /// Coordinates within the viewport are shares of its sides, in 65,535ths.
    private static final long SHARES = 65_535;

    private final Crowd crowd;
    private final Viewport view;

    private MapFrame(Crowd crowd, Viewport view) {
        this.crowd = crowd;
        this.view = view;
    }

    static byte[] of(Crowd crowd, Viewport view) {
        var frame = new MapFrame(crowd, view);
        int standing = frame.countStanding();
        int walking = frame.countWalking();
        return standing + walking > MOST_RESIDENTS ? frame.grid() : frame.residents(standing, walking);
    }

    private byte[] residents(int standing, int walking) {
        var out = buffer(HEADER_BYTES + standing * STANDING_BYTES + walking * WALKING_BYTES);
        header(out, RESIDENTS, standing, walking, standing + walking);
        for (int slot = 0; slot < crowd.slots(); slot++) {
            if (stands(slot)) {
                out.putInt(slot)
                        .putShort(share(crowd.x[slot], view.x0(), view.x1()))
                        .putShort(share(crowd.y[slot], view.y0(), view.y1()))
                        .putShort((short) crowd.place[slot])
                        .put(crowd.activity[slot])
                        .put((byte) 0);
            }
        }
        for (int i = 0; i < crowd.walkers.length; i++) {
            if (passes(i)) {
                walker(out, i);
            }
        }
        return out.array();
    }

    private void walker(ByteBuffer out, int i) {
        int slot = crowd.walkers[i];
        out.putInt(slot)
                .putInt(crowd.x[slot])
                .putInt(crowd.y[slot])
                .putInt(crowd.toX[i])
                .putInt(crowd.toY[i])
                .putInt(near(crowd.departureOf(slot)))
                .putInt(near(crowd.arrivalOf(slot)))
                .putShort((short) crowd.destinationOf(slot))
                .put(crowd.activity[slot])
                .put((byte) 0);
    }

    /// Cells with somebody in them. Who is on the way counts where it set off.
    private byte[] grid() {
        int columns = view.columns();
        var counts = new int[columns * view.rows()];
        int people = 0;
        for (int slot = 0; slot < crowd.slots(); slot++) {
            if (stands(slot)) {
                counts[cellOf(slot, columns)]++;
                people++;
            }
        }
        for (int slot : crowd.walkers) {
            if (view.shows(crowd.x[slot], crowd.y[slot])) {
                counts[cellOf(slot, columns)]++;
                people++;
            }
        }
        int filled = 0;
        for (int count : counts) {
            filled += count > 0 ? 1 : 0;
        }
        var out = buffer(HEADER_BYTES + filled * CELL_BYTES);
        header(out, GRID, filled, 0, people);
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                out.putShort((short) (cell % columns))
                        .putShort((short) (cell / columns))
                        .putInt(counts[cell]);
            }
        }
        return out.array();
    }

    private void header(ByteBuffer out, byte kind, int first, int second, int people) {
        out.put(kind)
                .put(VERSION)
                .putShort((short) HEADER_BYTES)
                .putInt(people)
                .putLong(crowd.tick)
                .putLong(crowd.time.toEpochMilli())
                .putInt(view.x0())
                .putInt(view.y0())
                .putInt(view.x1())
                .putInt(view.y1())
                .putInt(first)
                .putInt(second)
                .putInt(view.cellDecimeters())
                .putInt(0);
    }

    private int countStanding() {
        int count = 0;
        for (int slot = 0; slot < crowd.slots(); slot++) {
            count += stands(slot) ? 1 : 0;
        }
        return count;
    }

    private int countWalking() {
        int count = 0;
        for (int i = 0; i < crowd.walkers.length; i++) {
            count += passes(i) ? 1 : 0;
        }
        return count;
    }

    private boolean stands(int slot) {
        return crowd.isHere(slot) && view.shows(crowd.x[slot], crowd.y[slot]);
    }

    private boolean passes(int i) {
        int slot = crowd.walkers[i];
        return view.meets(crowd.x[slot], crowd.y[slot], crowd.toX[i], crowd.toY[i]);
    }

    private int cellOf(int slot, int columns) {
        int column = (crowd.x[slot] - view.x0() * Viewport.DECIMETERS) / view.cellDecimeters();
        int row = (crowd.y[slot] - view.y0() * Viewport.DECIMETERS) / view.cellDecimeters();
        return row * columns + column;
    }

    /// A tick as its distance from the frame's own.
    private int near(long tick) {
        return (int) (tick - crowd.tick);
    }

    private static short share(int decimeters, int from, int to) {
        long within = decimeters - (long) from * Viewport.DECIMETERS;
        return (short) (within * SHARES / ((long) (to - from) * Viewport.DECIMETERS));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
