package city.memory.domain;

import city.memory.MemoryId;
import city.world.ResidentId;
import java.util.UUID;

/// Ids of memories, the same whenever the same event is remembered again: UUIDs of version 8 (RFC 9562).
public final class Ids {
    private static final int ORDINAL_BITS = 12;
    private static final int MAX_ORDINAL = (1 << ORDINAL_BITS) - 1;
    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_ROOM = 0x3fff_ffff_ffff_ffffL;

    private Ids() {}

    /// In the order of the log.
    ///
    /// @param ordinal 0 to 4095, different for each memory of the same event
    public static MemoryId of(long sequence, int ordinal, ResidentId resident) {
        if (ordinal < 0 || ordinal > MAX_ORDINAL) {
            throw new IllegalArgumentException("ordinal must be 0 to %d: %d".formatted(MAX_ORDINAL, ordinal));
        }
        return id(sequence << ORDINAL_BITS + 4 | VERSION | ordinal, hash(resident, ""));
    }

    /// Of what a resident remembers once, by a name that tells it from all else.
    public static MemoryId once(ResidentId resident, String name) {
        long high = hash(resident, name);
        return id(high & ~0xf000L | VERSION, hash(resident, name + " "));
    }

    private static MemoryId id(long high, long low) {
        return new MemoryId(new UUID(high, low & VARIANT_ROOM | VARIANT));
    }

    private static long hash(ResidentId resident, String name) {
        long hash = mix(mix(resident.value().getMostSignificantBits())
                + resident.value().getLeastSignificantBits());
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + name.charAt(i));
        }
        return hash;
    }

    /// The finaliser of SplitMix64.
    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
