package city.memory.domain;

import java.util.Arrays;

/// A vector of small integers, -127 to 127. Its length means nothing, only where it points: compared by cosine alone.
/// Sums of products are integers, so every machine and every way of adding them up agrees to the last bit.
///
/// Quantised symmetrically: the largest component becomes 127 or -127, zero stays zero, and the scale, which the cosine
/// does not see, is not kept.
///
/// The bytes are its own: they are copied in and out, and compared by what is in them.
@SuppressWarnings("ArrayRecordComponent")
public record Embedding(byte[] values) {
    public static final int MAX_DIMENSION = 4096;
    private static final int MOST = 127;

    public Embedding {
        if (values.length < 1 || values.length > MAX_DIMENSION) {
            throw new IllegalArgumentException("values must be 1 to %d: %d".formatted(MAX_DIMENSION, values.length));
        }
        values = values.clone();
        for (byte value : values) {
            if (value < -MOST) {
                throw new IllegalArgumentException("values must be -127 to 127: " + value);
            }
        }
    }

    /// Rounds half up.
    ///
    /// @throws IllegalArgumentException when a component is no finite number
    public static Embedding of(float[] components) {
        float largest = 0;
        for (float component : components) {
            if (!Float.isFinite(component)) {
                throw new IllegalArgumentException("components must be finite: " + component);
            }
            largest = Math.max(largest, Math.abs(component));
        }
        var values = new byte[components.length];
        for (int i = 0; largest > 0 && i < values.length; i++) {
            values[i] = (byte) Math.round((double) components[i] / largest * MOST);
        }
        return new Embedding(values);
    }

    @Override
    public byte[] values() {
        return values.clone();
    }

    public int dimension() {
        return values.length;
    }

    public int dot(Embedding other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "dimensions must be equal: %d, %d".formatted(values.length, other.values.length));
        }
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    /// The square of its length.
    public int norm() {
        return dot(this);
    }

    /// -1 to 1. A vector without a length is like nothing: its cosine with any is 0.
    public double cosine(Embedding other) {
        return cosine(dot(other), norm(), other.norm());
    }

    /// The same from the sum of products and the squares of both lengths. Both the root and the quotient are rounded
    /// correctly everywhere, so equal integers give equal bits.
    public static double cosine(int dot, int norm, int otherNorm) {
        return dot == 0 ? 0 : Math.clamp(dot / Math.sqrt((double) norm * otherNorm), -1.0, 1.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding(var others) && Arrays.equals(values, others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding of %d components, square of its length %d".formatted(values.length, norm());
    }
}
