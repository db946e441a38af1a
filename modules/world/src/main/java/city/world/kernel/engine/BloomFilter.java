package city.world.kernel.engine;

import city.world.kernel.engine.Pending.Key;

/// Which keys were used: certainly not, or perhaps (Bloom 1970, with two hashes for all probes as in Kirsch and
/// Mitzenmacher 2006). 8 MB; of five million keys one in 180 that was never used is taken for one, of twenty
/// million one in four. Not thread-safe.
final class BloomFilter {
    private static final int BITS = 1 << 26;
    private static final int PROBES = 4;

    private final long[] words = new long[BITS / Long.SIZE];

    void add(Key key) {
        long hash = hash(key);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            words[bit / Long.SIZE] |= 1L << bit;
        }
    }

    boolean mayHold(Key key) {
        long hash = hash(key);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            if ((words[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(long hash, int probe) {
        int step = (int) (hash >>> 32) | 1;
        return ((int) hash + probe * step) & (BITS - 1);
    }

    /// Of 32 bits, spread as MurmurHash3 ends: five million keys take a thousandth of all hashes.
    private static long hash(Key key) {
        long hash = 31L * key.actor().hashCode() + key.key().hashCode();
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
