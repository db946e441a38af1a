package city.adapter.vectors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// One component after the other, on any JVM. The vectors are copied to the heap first, where loops are fastest.
final class ScalarProducts implements Products {
    @Override
    public void of(byte[] vector, MemorySegment others, long offset, int count, int[] into) {
        int dimension = vector.length;
        var copy = new byte[count * dimension];
        MemorySegment.copy(others, ValueLayout.JAVA_BYTE, offset, copy, 0, copy.length);
        for (int i = 0; i < count; i++) {
            into[i] = dot(vector, copy, i * dimension);
        }
    }

    private static int dot(byte[] vector, byte[] others, int from) {
        int sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * others[from + i];
        }
        return sum;
    }
}
