package city.memory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.ResidentId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final ResidentId ANNA = new ResidentId(new UUID(0, 1));
    private static final ResidentId BERT = new ResidentId(new UUID(0, 2));

    private final Attention attention = new Attention();

    @Test
    void aFloodOfTriflesIsTakenInUpToItsSpan() {
        assertThat(takenIn(ANNA, 7, 100)).isEqualTo(Attention.SPAN);
        assertThat(takenIn(BERT, 7, 1)).as("another has an own span").isEqualTo(Attention.SPAN);
    }

    @Test
    void whatMattersMoreThanAllBeforeIsTakenInStill() {
        takenIn(ANNA, 7, 100);

        assertThat(attention.takesIn(ANNA, 7, 101)).isTrue();
        assertThat(attention.takesIn(ANNA, 7, 101)).isFalse();
        assertThat(attention.takesIn(ANNA, 7, 900)).isTrue();
    }

    @Test
    void theNextTickBeginsAnew() {
        takenIn(ANNA, 7, 100);

        assertThat(takenIn(ANNA, 8, 50)).isEqualTo(Attention.SPAN);
    }

    private long takenIn(ResidentId resident, long tick, int importance) {
        return IntStream.range(0, 1_000)
                .filter(_ -> attention.takesIn(resident, tick, importance))
                .count();
    }
}
