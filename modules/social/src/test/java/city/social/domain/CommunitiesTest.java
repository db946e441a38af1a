package city.social.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    @Test
    void twoCirclesWithOneBridgeAreTwoCommunities() {
        var from = new int[] {0, 0, 1, 3, 3, 4, 2};
        var to = new int[] {1, 2, 2, 4, 5, 5, 3};
        var weights = new long[7];
        Arrays.fill(weights, 10);

        assertThat(Communities.of(6, from, to, weights)).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void whoIsTiedToNobodyStandsAlone() {
        assertThat(Communities.of(3, new int[] {0}, new int[] {2}, new long[] {5}))
                .containsExactly(0, 1, 0);
    }

    @Test
    void aRingOfCirclesFallsIntoItsCircles() {
        int circles = 8;
        int size = 5;
        var pairs = new ArrayList<int[]>();
        for (int circle = 0; circle < circles; circle++) {
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    pairs.add(new int[] {circle * size + i, circle * size + j});
                }
            }
            int next = (circle + 1) % circles * size;
            pairs.add(new int[] {Math.min(circle * size, next), Math.max(circle * size, next)});
        }
        var weights = new long[pairs.size()];
        Arrays.fill(weights, 1);

        var groups = Communities.of(
                circles * size,
                pairs.stream().mapToInt(it -> it[0]).toArray(),
                pairs.stream().mapToInt(it -> it[1]).toArray(),
                weights);

        for (int node = 0; node < groups.length; node++) {
            assertThat(groups[node]).isEqualTo(groups[node / size * size]);
        }
    }
}
