package city.adapter.llm.embedding;

import city.adapter.llm.EmbedderSettings;
import city.adapter.llm.Embedders;
import city.memory.spi.Embedder;
import city.memory.testing.EmbedderContract;
import java.nio.file.Path;

class MiniLmContractTest extends EmbedderContract {
    private final Embedder embedder = Embedders.of(new EmbedderSettings.MiniLm(Path.of("target", "natives"), 0));

    @Override
    protected Embedder embedder() {
        return embedder;
    }
}
