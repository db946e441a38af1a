package city.world.kernel.machine;

import city.world.kernel.state.Checksum;

/// The city's state in 64 hex digits: SHA-256 over genesis digest, tick, next sequence and checksum.
public final class StateHash {
    private StateHash() {}

    public static String of(String genesisDigest, long tick, long nextSequence, Checksum checksum) {
        return new Sha256()
                .add(genesisDigest)
                .add(tick)
                .add(nextSequence)
                .add(checksum.high())
                .add(checksum.low())
                .hex();
    }
}
