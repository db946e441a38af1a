package city.memory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.world.ResidentId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final ResidentId ANNA = new ResidentId(new UUID(0, 1));
    private static final ResidentId BERT = new ResidentId(new UUID(0, 2));
    private static final Stakes CENT = stakes(150, Role.TARGET, 0);

    private final Attention attention = new Attention();

    @Test
    void aFloodIsTakenInUpToItsSpan() {
        assertThat(takenIn(ANNA, 7, CENT)).isEqualTo(Attention.SPAN);
        assertThat(takenIn(BERT, 7, CENT)).as("another has an own span").isEqualTo(Attention.SPAN);
    }

    @Test
    void itHidesNothingButItsLike() {
        takenIn(ANNA, 7, CENT);

        assertThat(attention.takesIn(ANNA, 7, stakes(30, Role.OBSERVER, 0))).isTrue();
        assertThat(attention.takesIn(ANNA, 7, stakes(150, Role.ACTOR, 0))).isTrue();
    }

    @Test
    void whatMattersMoreThanAllItsLikeIsTakenInStill() {
        takenIn(ANNA, 7, CENT);
        var ofAFriend = stakes(150, Role.TARGET, 800);

        assertThat(attention.takesIn(ANNA, 7, ofAFriend)).isTrue();
        assertThat(attention.takesIn(ANNA, 7, ofAFriend)).isFalse();
    }

    @Test
    void theNextTickBeginsAnew() {
        takenIn(ANNA, 7, CENT);

        assertThat(takenIn(ANNA, 8, CENT)).isEqualTo(Attention.SPAN);
    }

    private long takenIn(ResidentId resident, long tick, Stakes stakes) {
        return IntStream.range(0, 1_000)
                .filter(_ -> attention.takesIn(resident, tick, stakes))
                .count();
    }

    private static Stakes stakes(int base, Role role, int tie) {
        return new Stakes(base, role, tie, false, false);
    }
}
