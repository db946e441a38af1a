package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.domain.HashedNgrams;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashedEmbedderTest {
    @Test
    void aBatchHasAVectorForEachTextInItsOrder() {
        var embedder = MemoryModule.embedder();

        assertThat(embedder.embed(List.of("rain", "bread", "rain")))
                .containsExactly(HashedNgrams.embed("rain"), HashedNgrams.embed("bread"), HashedNgrams.embed("rain"))
                .allMatch(it -> it.dimension() == embedder.dimension());
    }
}
