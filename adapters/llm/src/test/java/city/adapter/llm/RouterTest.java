package city.adapter.llm;

import static city.adapter.llm.Fixtures.everyTier;
import static org.assertj.core.api.Assertions.assertThat;

import city.agents.spi.ModelTier;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouterTest {
    @Test
    void ranksAreAskedInTheirOrderWhateverTheWeights() {
        var router = router(new Route("last", 3, 1_000), new Route("first", 1, 1), new Route("second", 2, 500));

        assertThat(router.order(ModelTier.QUICK)).containsExactly("first", "second", "last");
    }

    @Test
    void eachComesFirstForItsShare() {
        var router = router(new Route("much", 1, 3), new Route("little", 1, 1), new Route("spare", 2, 9));

        var firsts = IntStream.range(0, 10_000)
                .mapToObj(_ -> router.order(ModelTier.QUICK).getFirst())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(firsts).containsOnlyKeys("much", "little");
        assertThat(firsts.get("much")).isBetween(7_300L, 7_700L);
    }

    @Test
    void whoeverIsNotFirstStillFollowsInItsRank() {
        var router = router(new Route("a", 1, 1), new Route("b", 1, 1), new Route("c", 1, 1), new Route("spare", 2, 1));

        var orders = IntStream.range(0, 200)
                .mapToObj(_ -> router.order(ModelTier.DEEP))
                .distinct()
                .toList();

        assertThat(orders).hasSize(6).allMatch(it -> it.getLast().equals("spare"));
        assertThat(orders).allSatisfy(it -> assertThat(it).containsExactlyInAnyOrder("a", "b", "c", "spare"));
    }

    private static Router router(Route... routes) {
        return new Router(everyTier(List.of(routes)), new Random(7));
    }
}
