package city.memory.application;

import city.memory.spi.Embedder;
import city.memory.testing.EmbedderContract;

class HashedEmbedderContractTest extends EmbedderContract {
    @Override
    protected Embedder embedder() {
        return MemoryModule.embedder();
    }
}
