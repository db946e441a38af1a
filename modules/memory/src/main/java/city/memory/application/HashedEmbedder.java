package city.memory.application;

import city.memory.domain.Embedding;
import city.memory.domain.HashedNgrams;
import city.memory.spi.Embedder;
import java.util.List;

final class HashedEmbedder implements Embedder {
    @Override
    public String space() {
        return HashedNgrams.SPACE;
    }

    @Override
    public int dimension() {
        return HashedNgrams.DIMENSION;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(HashedNgrams::embed).toList();
    }
}
