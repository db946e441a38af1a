package city.economy.domain.measure;

import java.math.BigInteger;

/// The Gini coefficient, exact: Σ(2i − n − 1)·xᵢ / (n·Σx) over ascending x, i from 1. It is 0 when all have the same,
/// and nears 1 when one has all.
final class Gini {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /// Amounts are weighed in two parts, so that the sums of a million residents fit a long.
    private static final int LOW_BITS = 20;

    private static final long LOW = (1L << LOW_BITS) - 1;

    private Gini() {}

    /// In millionths, rounded down; 0 when nobody has anything.
    ///
    /// @param ascending none below zero, at most a million of them
    static int perMillion(long[] ascending) {
        long high = 0;
        long low = 0;
        long total = 0;
        long n = ascending.length;
        for (int i = 0; i < n; i++) {
            long weight = 2L * i + 1 - n;
            high = Math.addExact(high, Math.multiplyExact(weight, ascending[i] >> LOW_BITS));
            low = Math.addExact(low, weight * (ascending[i] & LOW));
            total = Math.addExact(total, ascending[i]);
        }
        if (total == 0) {
            return 0;
        }
        var weighed = BigInteger.valueOf(high).shiftLeft(LOW_BITS).add(BigInteger.valueOf(low));
        var of = BigInteger.valueOf(total).multiply(BigInteger.valueOf(n));
        return weighed.multiply(MILLION).divide(of).intValueExact();
    }
}
