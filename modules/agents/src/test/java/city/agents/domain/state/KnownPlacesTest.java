package city.agents.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Life;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KnownPlacesTest {
    private static final int ANN = 3;
    private static final int BOB = 4;

    @Property(tries = 300)
    void whereSomebodyEverWasIsNeverNewAgain(
            @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 40_000) Integer> to) {
        var lives = lives();

        to.forEach(place -> lives.learnPlace(ANN, place));

        assertThat(to).allMatch(place -> lives.knowsPlace(ANN, place));
        assertThat(to).noneMatch(place -> lives.knowsPlace(BOB, place));
    }

    @Property(tries = 300)
    void whereThereAreFewPlacesEachIsToldApart(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 63) Integer> to) {
        var lives = lives();

        to.forEach(place -> lives.learnPlace(ANN, place));

        var been = new HashSet<>(to);
        for (int place = 0; place < 64; place++) {
            assertThat(lives.knowsPlace(ANN, place)).isEqualTo(been.contains(place));
        }
    }

    @Test
    void whatIsNotNewWritesNothing() {
        var lives = lives();
        lives.learnPlace(ANN, 70);
        lives.learnDeed(ANN, 0b101);
        lives.table().drain();
        lives.table().stored();

        lives.learnPlace(ANN, 70);
        lives.learnDeed(ANN, 0b100);

        assertThat(lives.table().drain().isEmpty()).isTrue();
        assertThat(lives.knowsDeed(ANN, 0b101)).isTrue();
        assertThat(lives.knowsDeed(ANN, 0b10)).isFalse();
    }

    private static Lives lives() {
        var lives = new Lives();
        lives.add(ANN, Life.LIKE_MOST, 0);
        lives.add(BOB, Life.LIKE_MOST, 0);
        return lives;
    }
}
