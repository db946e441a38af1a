package city.memory.application;

import city.memory.spi.Embedder;

/// Memory's own parts, by the ports that others know.
public final class MemoryModule {
    private MemoryModule() {}

    /// The embedder that needs no model and no network.
    public static Embedder embedder() {
        return new HashedEmbedder();
    }
}
