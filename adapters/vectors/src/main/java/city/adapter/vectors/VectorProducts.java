package city.adapter.vectors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Many components at a time, by the Vector API. Bytes are widened to shorts, of which any product of -127 to 127 is
/// one, and products to ints before they are added.
///
/// Names the incubator's module, so it must not be loaded where that is not there.
final class VectorProducts implements Products {
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));

    @Override
    public void of(byte[] vector, MemorySegment others, long offset, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = dot(vector, others, offset + (long) i * vector.length);
        }
    }

    private static int dot(byte[] vector, MemorySegment others, long from) {
        var sums = IntVector.zero(INTS);
        int i = 0;
        for (; i < BYTES.loopBound(vector.length); i += BYTES.length()) {
            var one = ByteVector.fromArray(BYTES, vector, i).convertShape(VectorOperators.B2S, SHORTS, 0);
            var other = ByteVector.fromMemorySegment(BYTES, others, from + i, ByteOrder.LITTLE_ENDIAN)
                    .convertShape(VectorOperators.B2S, SHORTS, 0);
            var products = one.mul(other);
            sums = sums.add(products.convertShape(VectorOperators.S2I, INTS, 0))
                    .add(products.convertShape(VectorOperators.S2I, INTS, 1));
        }
        int sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < vector.length; i++) {
            sum += vector[i] * others.get(ValueLayout.JAVA_BYTE, from + i);
        }
        return sum;
    }
}
