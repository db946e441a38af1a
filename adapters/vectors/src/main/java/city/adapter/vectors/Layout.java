package city.adapter.vectors;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Where things lie in an extent: for each of its blocks who owns it and how many places are used, then all ids, then
/// all squares of lengths, then all vectors. What is read at every start lies close together, and so does what a search
/// reads.
///
/// A block is a resident's. Twenty blocks hold the thousand memories of the cap: 384 components need 404 bytes a
/// memory, and 10,000 residents with all their memories 4.06 GB, which is below 4 GiB.
record Layout(int dimension) {
    static final int PLACES_PER_BLOCK = 50;
    static final int BLOCKS_PER_EXTENT = 1024;
    static final int HEADER_BYTES = 4096;

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Two words of the resident's id, the number of places used, and four bytes that align the next.
    private static final int OWNER_BYTES = 24;

    private static final int ID_BYTES = 16;
    private static final int PAGE_BYTES = 4096;

    private static final long IDS = ownerBytes();
    private static final long NORMS = IDS + (long) BLOCKS_PER_EXTENT * PLACES_PER_BLOCK * ID_BYTES;
    private static final long VECTORS = NORMS + (long) BLOCKS_PER_EXTENT * PLACES_PER_BLOCK * Integer.BYTES;

    /// Of all owners of an extent, with which it begins.
    static long ownerBytes() {
        return (long) BLOCKS_PER_EXTENT * OWNER_BYTES;
    }

    long extentBytes() {
        long bytes = vectors(BLOCKS_PER_EXTENT);
        return Math.ceilDiv(bytes, (long) PAGE_BYTES) * PAGE_BYTES;
    }

    long fileBytes(int extents) {
        return HEADER_BYTES + extents * extentBytes();
    }

    static long owner(int block) {
        return (long) block * OWNER_BYTES;
    }

    static long id(int block, int place) {
        return IDS + place(block, place) * ID_BYTES;
    }

    static long norm(int block, int place) {
        return NORMS + place(block, place) * Integer.BYTES;
    }

    /// Where the block's first vector begins; the others follow without gaps.
    long vectors(int block) {
        return VECTORS + place(block, 0) * dimension;
    }

    private static long place(int block, int place) {
        return (long) block * PLACES_PER_BLOCK + place;
    }
}
