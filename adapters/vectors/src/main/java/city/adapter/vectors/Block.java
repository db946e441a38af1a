package city.adapter.vectors;

import static city.adapter.vectors.Layout.INT;
import static city.adapter.vectors.Layout.LONG;

import city.memory.MemoryId;
import city.world.ResidentId;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.UUID;

/// A view of some places that lie together and belong to one resident. Nobody's when none is used.
///
/// @param extent the extent that it lies in
/// @param index  which of the extent's blocks
record Block(MemorySegment extent, Layout layout, int index) {
    private static final int USED = 16;

    ResidentId owner() {
        long at = Layout.owner(index);
        return new ResidentId(new UUID(extent.get(LONG, at), extent.get(LONG, at + Long.BYTES)));
    }

    int used() {
        return extent.get(INT, Layout.owner(index) + USED);
    }

    void use(ResidentId owner, int places) {
        long at = Layout.owner(index);
        extent.set(LONG, at, owner.value().getMostSignificantBits());
        extent.set(LONG, at + Long.BYTES, owner.value().getLeastSignificantBits());
        extent.set(INT, at + USED, places);
    }

    MemoryId memory(int place) {
        long at = Layout.id(index, place);
        return new MemoryId(new UUID(extent.get(LONG, at), extent.get(LONG, at + Long.BYTES)));
    }

    /// The used place of a memory, or -1.
    int find(MemoryId memory) {
        long high = memory.value().getMostSignificantBits();
        long low = memory.value().getLeastSignificantBits();
        int used = used();
        for (int place = 0; place < used; place++) {
            long at = Layout.id(index, place);
            if (extent.get(LONG, at + Long.BYTES) == low && extent.get(LONG, at) == high) {
                return place;
            }
        }
        return -1;
    }

    /// The square of the length of the vector there.
    int norm(int place) {
        return extent.get(INT, Layout.norm(index, place));
    }

    /// Where the first vector begins in the extent.
    long vectors() {
        return layout.vectors(index);
    }

    void write(int place, MemoryId memory, int norm, byte[] vector) {
        long at = Layout.id(index, place);
        extent.set(LONG, at, memory.value().getMostSignificantBits());
        extent.set(LONG, at + Long.BYTES, memory.value().getLeastSignificantBits());
        extent.set(INT, Layout.norm(index, place), norm);
        MemorySegment.copy(vector, 0, extent, ValueLayout.JAVA_BYTE, vectorAt(place), vector.length);
    }

    void copy(int place, Block to, int toPlace) {
        var vector = new byte[layout.dimension()];
        MemorySegment.copy(extent, ValueLayout.JAVA_BYTE, vectorAt(place), vector, 0, vector.length);
        to.write(toPlace, memory(place), norm(place), vector);
    }

    private long vectorAt(int place) {
        return vectors() + (long) place * layout.dimension();
    }
}
