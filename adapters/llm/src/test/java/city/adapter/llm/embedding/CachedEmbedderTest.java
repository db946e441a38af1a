package city.adapter.llm.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedEmbedderTest {
    private static final int BATCH = 3;

    private final Counting counting = new Counting();

    @Test
    void whatIsKnownIsNotAskedAgainAndWhatIsAskedTwiceAtOnceIsAskedOnce() {
        var embedder = cached(10);

        assertThat(embedder.embed(List.of("a", "bb", "a"))).containsExactly(of(1), of(2), of(1));
        assertThat(embedder.embed(List.of("ccc", "bb"))).containsExactly(of(3), of(2));
        assertThat(embedder.embed(List.of())).isEmpty();

        assertThat(counting.asked).containsExactly(List.of("a", "bb"), List.of("ccc"));
    }

    @Test
    void whatWasUsedLeastLatelyGivesWay() {
        var embedder = cached(2);
        embedder.embed(List.of("a", "bb"));
        embedder.embed(List.of("a"));
        embedder.embed(List.of("ccc"));
        counting.asked.clear();

        embedder.embed(List.of("a", "ccc"));
        assertThat(counting.asked).isEmpty();
        embedder.embed(List.of("bb"));
        assertThat(counting.asked).containsExactly(List.of("bb"));
    }

    @Test
    void withoutRoomItAsksEachTime() {
        var embedder = cached(0);

        assertThat(embedder.embed(List.of("a", "bb"))).containsExactly(of(1), of(2));
        embedder.embed(List.of("a"));

        assertThat(counting.asked).containsExactly(List.of("a", "bb"), List.of("a"));
    }

    @Test
    void aFailureIsPassedOnAndNotRemembered() {
        var embedder = cached(10);
        counting.failsAfter = 0;
        assertThatThrownBy(() -> embedder.embed(List.of("a"))).isInstanceOf(Embedder.Unavailable.class);

        counting.failsAfter = Integer.MAX_VALUE;

        assertThat(embedder.embed(List.of("a"))).containsExactly(of(1));
    }

    @Test
    void whatCameBeforeAFailureIsNotPaidForAgain() {
        var embedder = cached(10);
        var texts = List.of("a", "bb", "ccc", "dddd", "eeeee");
        counting.failsAfter = 1;
        assertThatThrownBy(() -> embedder.embed(texts)).isInstanceOf(Embedder.Unavailable.class);

        counting.failsAfter = Integer.MAX_VALUE;

        assertThat(embedder.embed(texts)).containsExactly(of(1), of(2), of(3), of(4), of(5));
        assertThat(counting.asked).containsExactly(List.of("a", "bb", "ccc"), List.of("dddd", "eeeee"));
    }

    @Test
    void aTextWithoutWordsHasNoVector() {
        assertThatThrownBy(() -> cached(10).embed(List.of("a", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("texts must not be blank");
        assertThat(counting.asked).isEmpty();
    }

    private CachedEmbedder cached(int most) {
        return new CachedEmbedder(counting, most, BATCH, () -> {});
    }

    private static Embedding of(int component) {
        return new Embedding(new byte[] {(byte) component});
    }

    /// A text's vector is its length.
    private static final class Counting implements Embedder {
        private final List<List<String>> asked = new ArrayList<>();
        private int failsAfter = Integer.MAX_VALUE;

        @Override
        public String space() {
            return "length";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public List<Embedding> embed(List<String> texts) {
            if (asked.size() >= failsAfter) {
                throw new Unavailable("as the test wants it", Duration.ZERO);
            }
            asked.add(List.copyOf(texts));
            return texts.stream().map(text -> of(text.length())).toList();
        }
    }
}
