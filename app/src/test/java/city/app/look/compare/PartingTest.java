package city.app.look.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PartingTest {
    private static final long ALL = Long.MAX_VALUE;

    @Test
    void whatIsTheSamePartsNowhere() {
        assertThat(Parting.first(pages(10, ALL), pages(10, ALL))).isEmpty();
    }

    @Test
    void theFirstOfWhatDiffersIsNamedOnBothSides() {
        var parting = Parting.first(
                List.of("a", "b", "c", "d").iterator(),
                List.of("a", "x", "c", "y").iterator());

        assertThat(parting).contains(new Parting<>(Optional.of("b"), Optional.of("x")));
    }

    @Test
    void theOneThatGoesOnIsNamedWhereTheOtherEnds() {
        var parting = Parting.first(pages(10, ALL), pages(12, ALL)).orElseThrow();

        assertThat(parting).isEqualTo(new Parting<>(Optional.empty(), Optional.of(11L)));
        assertThat(parting.least(it -> it)).isEqualTo(11);
    }

    /// Which page a sequence is cut into is no difference, and what is above the tick is none either.
    @Test
    void onlyWhatIsUpToTheTickIsCompared() {
        assertThat(Parting.first(pages(100, 3), pages(40, 3))).isEmpty();
        assertThat(Parting.first(pages(100, 3), pages(39, 3))).isPresent();
    }

    /// A difference in the second page of a thousand is found with two pages.
    @Test
    void noMoreIsReadThanMustBe() {
        var asked = new ArrayList<Long>();
        var one = new Pages<Long>(after -> noted(after, asked), 0, it -> it, it -> 0, ALL);
        var other = List.of(1L, 2L, 3L, 4L, 77L).iterator();

        assertThat(Parting.first(one, other)).contains(new Parting<>(Optional.of(5L), Optional.of(77L)));
        assertThat(asked).containsExactly(0L, 3L);
    }

    private static List<Long> noted(long after, List<Long> asked) {
        asked.add(after);
        return List.of(after + 1, after + 2, after + 3);
    }

    /// The numbers from 1 on, three a page; ten of them are of one tick, the first ten of tick 0.
    private static Pages<Long> pages(long last, long toTick) {
        return new Pages<>(
                after -> LongStream.rangeClosed(after + 1, Math.min(after + 3, last))
                        .boxed()
                        .toList(),
                0,
                it -> it,
                it -> (it - 1) / 10,
                toTick);
    }
}
