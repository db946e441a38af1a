package city.adapter.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.domain.Embedding;
import city.memory.testing.Memories;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The tests' JVM has the incubator's module, see the POM.
class ProductsTest {
    @Test
    void theVectorApiIsTakenOnlyWhereItIsThere() {
        assertThat(Products.fastest(ModuleLayer.boot())).isInstanceOf(VectorProducts.class);
        assertThat(Products.fastest(ModuleLayer.empty())).isInstanceOf(ScalarProducts.class);
    }

    @Property(tries = 300)
    void bothKindsGiveWhatMultiplyingByHandGives(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int dimension,
            @ForAll @IntRange(max = 50) int count,
            @ForAll @IntRange(max = 9) int offset) {
        var chance = new Random(seed);
        var vector = Memories.random(chance, dimension, 127);
        var others = new byte[offset + count * dimension];
        var expected = new int[count];
        for (int i = 0; i < count; i++) {
            var other = Memories.random(chance, dimension, 127);
            System.arraycopy(other.values(), 0, others, offset + i * dimension, dimension);
            expected[i] = vector.dot(other);
        }

        assertThat(products(new ScalarProducts(), vector, others, offset, count))
                .isEqualTo(expected);
        assertThat(products(new VectorProducts(), vector, others, offset, count))
                .isEqualTo(expected);
    }

    @Test
    void theLargestProductsDoNotOverflow() {
        var highest = new byte[Embedding.MAX_DIMENSION];
        Arrays.fill(highest, (byte) 127);
        var lowest = new byte[Embedding.MAX_DIMENSION];
        Arrays.fill(lowest, (byte) -127);

        for (var products : new Products[] {new ScalarProducts(), new VectorProducts()}) {
            assertThat(products(products, new Embedding(highest), highest, 0, 1))
                    .containsExactly(4096 * 127 * 127);
            assertThat(products(products, new Embedding(lowest), highest, 0, 1)).containsExactly(-4096 * 127 * 127);
        }
    }

    private static int[] products(Products products, Embedding vector, byte[] others, int offset, int count) {
        var into = new int[count];
        products.of(vector.values(), MemorySegment.ofArray(others), offset, count, into);
        return into;
    }
}
