package city.world.kernel;

import java.nio.charset.StandardCharsets;

/// Counter-based random numbers: each is a function of seed, moment, subject, purpose and count, so it does not
/// matter who asks first, or on which thread (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"). The
/// mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood 2014), applied once per word.
///
/// @param key the mix of seed and moment
public record Chance(long key) {
    /// What a number is drawn for. Two draws with different purposes are independent.
    public record Purpose(long salt) {
        public static Purpose of(String name) {
            long salt = 0xcbf29ce484222325L;
            for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
                salt = (salt ^ b) * 0x100000001b3L;
            }
            return new Purpose(salt);
        }
    }

    /// The chance of one moment of one city.
    ///
    /// @param kind tells moments of different kinds apart: ticks from places in the journal
    public static Chance of(long seed, long kind, long moment) {
        return new Chance(mix(mix(mix(seed) + kind) + moment));
    }

    /// 64 even bits.
    public long bits(Purpose purpose, long subject, long count) {
        return mix(mix(mix(key + purpose.salt()) + subject) + count);
    }

    /// An integer in 0 until `bound`, by Lemire's multiplication; the bias is below `bound` / 2^32.
    public int below(int bound, Purpose purpose, long subject, long count) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        return (int) ((bits(purpose, subject, count) >>> 32) * bound >>> 32);
    }

    public int below(int bound, Purpose purpose, long subject) {
        return below(bound, purpose, subject, 0);
    }

    /// True in `perMille` of 1,000 cases.
    public boolean perMille(int perMille, Purpose purpose, long subject) {
        return below(1000, purpose, subject) < perMille;
    }

    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
