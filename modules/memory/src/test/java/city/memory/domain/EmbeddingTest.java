package city.memory.domain;

import static city.memory.testing.Memories.embedding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    @Test
    void theLargestComponentFillsTheByteAndTheSignIsKept() {
        assertThat(Embedding.of(new float[] {0.5f, -1, 0.25f, 0})).isEqualTo(embedding(64, -127, 32, 0));
        assertThat(Embedding.of(new float[] {0, 0})).isEqualTo(embedding(0, 0));
        assertThat(Embedding.of(new float[] {Float.MIN_VALUE, -Float.MIN_VALUE}))
                .isEqualTo(embedding(127, -127));
    }

    @Test
    void whatIsNoDirectionIsRefused() {
        assertThatThrownBy(() -> Embedding.of(new float[] {1, Float.NaN})).hasMessage("components must be finite: NaN");
        assertThatThrownBy(() -> embedding(1, -128)).hasMessage("values must be -127 to 127: -128");
        assertThatThrownBy(() -> embedding()).hasMessage("values must be 1 to 4096: 0");
        assertThatThrownBy(() -> embedding(1).dot(embedding(1, 2))).hasMessage("dimensions must be equal: 1, 2");
    }

    @Test
    void itsBytesAreItsOwn() {
        var bytes = new byte[] {1, 2};
        var embedding = new Embedding(bytes);

        bytes[0] = 9;
        embedding.values()[1] = 9;

        assertThat(embedding).isEqualTo(embedding(1, 2)).hasSameHashCodeAs(embedding(1, 2));
    }

    @Property
    void anythingIsMostLikeItselfWhateverItsLength(@ForAll @Size(min = 1, max = 64) byte[] bytes) {
        var embedding = Embedding.of(floats(bytes));

        assertThat(embedding.cosine(embedding)).isEqualTo(embedding.norm() == 0 ? 0 : 1);
        assertThat(Embedding.of(scaled(floats(bytes), 1 / 1024f))).isEqualTo(embedding);
        assertThat(Embedding.of(scaled(floats(bytes), -1)).cosine(embedding))
                .isCloseTo(embedding.norm() == 0 ? 0 : -1, within(0.02));
    }

    @Property
    void quantisingMovesACosineByLittle(
            @ForAll @Size(32) List<@FloatRange(min = -1, max = 1) Float> some,
            @ForAll @Size(32) List<@FloatRange(min = -1, max = 1) Float> others) {
        var one = floats(some);
        var other = floats(others);

        assertThat(Embedding.of(one).cosine(Embedding.of(other))).isCloseTo(cosine(one, other), within(0.05));
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double norm = 0;
        double otherNorm = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
            norm += (double) one[i] * one[i];
            otherNorm += (double) other[i] * other[i];
        }
        return dot == 0 ? 0 : dot / Math.sqrt(norm * otherNorm);
    }

    private static float[] floats(byte[] bytes) {
        var floats = new float[bytes.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = bytes[i];
        }
        return floats;
    }

    private static float[] floats(List<Float> numbers) {
        var floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i);
        }
        return floats;
    }

    private static float[] scaled(float[] floats, float by) {
        var scaled = floats.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= by;
        }
        return scaled;
    }
}
