package city.memory.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.memory.spi.Embedder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every embedder must do.
public abstract class EmbedderContract {
    private static final List<String> TEXTS = IntStream.range(0, 40)
            .mapToObj(i -> "Ann met resident %d at the market".formatted(i))
            .toList();

    /// The same for the whole test. The contract does not close it.
    protected abstract Embedder embedder();

    @Test
    void itsSpaceHasANameOfAtMost64Bytes() {
        assertThat(embedder().space()).isNotBlank().isEqualTo(embedder().space());
        assertThat(embedder().space().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void eachTextHasAVectorInTheOrderOfTheTexts() {
        var embeddings = embedder().embed(TEXTS);

        assertThat(embeddings).hasSameSizeAs(TEXTS).doesNotHaveDuplicates();
        assertThat(embeddings).allMatch(it -> it.dimension() == embedder().dimension());
        assertThat(embedder().embed(TEXTS.reversed())).isEqualTo(embeddings.reversed());
        assertThat(embedder().embed(List.of())).isEmpty();
    }

    @Test
    void theSameTextHasTheSameVectorAloneAndAmongOthersFromAnyThread() {
        var together = embedder().embed(TEXTS);

        var alone = TEXTS.parallelStream()
                .map(text -> embedder().embed(List.of(text)).getFirst())
                .toList();

        assertThat(alone).isEqualTo(together);
    }
}
