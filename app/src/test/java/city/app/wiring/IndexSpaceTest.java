package city.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import city.adapter.qdrant.ApiKey;
import city.adapter.qdrant.QdrantSettings;
import city.adapter.vectors.VectorSettings;
import city.world.kernel.Genesis;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The name of the space in which a city's index lies.
class IndexSpaceTest {
    private static final String LONG = "openai-compatible/nomic-ai/nomic-embed-text-v1.5/768";
    private static final Genesis CITY = city(-1);

    @Test
    void itSaysOfWhichEmbedderAndCityItIsWhereThatIsShort() {
        assertThat(Remembering.space("hashed-ngrams-1", 2, city(255)))
                .isEqualTo("hashed-ngrams-1@2/ff/%x".formatted("village".hashCode()));
    }

    @Test
    void bothIndexesTakeItHoweverLongEmbedderAndSeedAre() {
        for (var embedder : List.of("hashed-ngrams-1", LONG, "x".repeat(64), "\u00fc".repeat(32))) {
            var space = Remembering.space(embedder, Integer.MAX_VALUE, CITY);

            assertThat(space.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(64);
            assertThatCode(() -> new VectorSettings(Path.of("vectors"), space, 768, 1))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new QdrantSettings(
                            URI.create("http://localhost"), ApiKey.none(), space, 768, Duration.ofSeconds(1)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void alsoWhereItIsLongItIsTheSameAgainAndAnotherForAnother() {
        var space = Remembering.space(LONG, 1, CITY);

        assertThat(Remembering.space(LONG, 1, CITY)).isEqualTo(space);
        assertThat(List.of(
                        Remembering.space(LONG.replace("1.5", "1.6"), 1, CITY),
                        Remembering.space(LONG, 2, CITY),
                        Remembering.space(LONG, 1, city(-2))))
                .doesNotContain(space)
                .doesNotHaveDuplicates();
    }

    private static Genesis city(long seed) {
        return new Genesis("village", seed, 1, Instant.EPOCH, Duration.ofMinutes(5), List.of());
    }
}
