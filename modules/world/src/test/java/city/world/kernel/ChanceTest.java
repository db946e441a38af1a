package city.world.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.Chance.Purpose;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Positive;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final Purpose COIN = Purpose.of("test.coin");
    private final Chance chance = Chance.of(42, 1, 7);

    @Property
    void aNumberIsBelowItsBound(@ForAll @Positive int bound, @ForAll long subject, @ForAll long moment) {
        assertThat(Chance.of(42, 1, moment).below(bound, COIN, subject)).isBetween(0, bound - 1);
    }

    @Test
    void theSameQuestionHasTheSameAnswerOnEveryMachine() {
        assertThat(Chance.of(42, 1, 7).bits(COIN, 3, 0)).isEqualTo(chance.bits(COIN, 3, 0));
        assertThat(Chance.of(42, 1, 7).bits(COIN, 3, 0)).isNotEqualTo(chance.bits(COIN, 3, 1));
        assertThat(chance.bits(Purpose.of("test.dice"), 3, 0)).isNotEqualTo(chance.bits(COIN, 3, 0));
        assertThat(Chance.of(42, 2, 7).bits(COIN, 3, 0)).isNotEqualTo(chance.bits(COIN, 3, 0));
        assertThat(Chance.of(42, 1, 8).bits(COIN, 3, 0)).isNotEqualTo(chance.bits(COIN, 3, 0));
    }

    @Test
    void neighbouringSubjectsAndMomentsDrawEvenly() {
        var counts = new int[10];
        for (int moment = 0; moment < 100; moment++) {
            for (int subject = 0; subject < 1000; subject++) {
                counts[Chance.of(1, 1, moment).below(10, COIN, subject)]++;
            }
        }

        assertThat(counts).satisfies(it -> {
            for (int count : it) {
                assertThat(count).isCloseTo(10_000, Offset.offset(500));
            }
        });
    }

    @Test
    void perMilleIsOfAThousand() {
        int hits = 0;
        for (int subject = 0; subject < 100_000; subject++) {
            hits += chance.perMille(250, COIN, subject) ? 1 : 0;
        }

        assertThat(hits).isCloseTo(25_000, Offset.offset(700));
        assertThat(chance.perMille(0, COIN, 1)).isFalse();
        assertThat(chance.perMille(1000, COIN, 1)).isTrue();
    }

    @Test
    void aBoundMustBePositive() {
        assertThatThrownBy(() -> chance.below(0, COIN, 1)).hasMessage("bound must be positive: 0");
    }
}
