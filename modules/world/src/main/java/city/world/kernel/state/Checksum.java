package city.world.kernel.state;

/// A 128-bit sum of row hashes. Addition modulo 2^128 commutes, so the sum follows changes in any order and is kept
/// up to date from the rows that changed alone.
public record Checksum(long high, long low) {
    public static final Checksum ZERO = new Checksum(0, 0);

    public Checksum plus(Checksum other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Checksum(high + other.high + carry, sum);
    }

    public Checksum minus(Checksum other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new Checksum(high - other.high - borrow, low - other.low);
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
