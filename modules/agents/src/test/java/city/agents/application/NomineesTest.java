package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.Chance;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NomineesTest {
    private static final int MOST = Nominees.MOST_A_TICK;
    private static final int FREE_TIME = 300;
    private static final int SPOKEN_TO = 900;

    @Test
    void whereAllCanBeAskedAllAreButThoseWhoAreNot() {
        var salience = filled(MOST + 2, FREE_TIME);
        salience[3] = Nominees.NONE;
        salience[4] = Nominees.NONE;

        var chosen = choose(salience, 1);

        assertThat(chosen.cardinality()).isEqualTo(MOST);
        assertThat(chosen.get(3)).isFalse();
        assertThat(chosen.get(4)).isFalse();
    }

    @Test
    void ofTooManyTheMostSalientAreAsked() {
        var salience = filled(10 * MOST, FREE_TIME);
        for (int i = 0; i < 100; i++) {
            salience[7 * MOST + i] = SPOKEN_TO;
        }

        var chosen = choose(salience, 1);

        assertThat(chosen.cardinality()).isEqualTo(MOST);
        assertThat(chosen.get(7 * MOST, 7 * MOST + 100).cardinality()).isEqualTo(100);
    }

    @Test
    void amongEqualsEverybodyGetsItsTurn() {
        var salience = filled(4 * MOST, FREE_TIME);
        var asked = new BitSet();

        for (long tick = 1; tick <= 60; tick++) {
            asked.or(choose(salience, tick));
        }

        assertThat(asked.cardinality()).isEqualTo(4 * MOST);
        assertThat(choose(salience, 1)).as("the same again").isEqualTo(choose(salience, 1));
    }

    private static BitSet choose(int[] salience, long tick) {
        return Nominees.choose(IntStream.range(0, salience.length).toArray(), salience, Chance.of(7, 0, tick));
    }

    private static int[] filled(int count, int salience) {
        var all = new int[count];
        Arrays.fill(all, salience);
        return all;
    }
}
