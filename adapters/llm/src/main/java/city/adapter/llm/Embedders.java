package city.adapter.llm;

import city.adapter.llm.EmbedderSettings.MiniLm;
import city.adapter.llm.EmbedderSettings.Remote;
import city.adapter.llm.embedding.CachedEmbedder;
import city.adapter.llm.embedding.MiniLmEmbedder;
import city.adapter.llm.embedding.RemoteEmbedder;
import city.agents.spi.ProviderBudget;
import java.util.function.LongSupplier;

/// Makes an embedder from its settings.
public final class Embedders {
    private Embedders() {}

    /// MiniLM is loaded here, which takes two seconds and 190 MB outside of the heap.
    public static CachedEmbedder of(MiniLm settings) {
        return new CachedEmbedder(
                MiniLmEmbedder.load(settings.folder()), settings.cachedTexts(), Remote.STANDARD_BATCH, () -> {});
    }

    /// The provider need not be there yet.
    ///
    /// @param budget   is asked before each call, and told what it used
    /// @param nanoTime the machine's steady clock, as [System#nanoTime] reads it
    public static CachedEmbedder of(Remote settings, ProviderBudget budget, LongSupplier nanoTime) {
        var embedder = RemoteEmbedder.open(settings, budget, nanoTime);
        return new CachedEmbedder(embedder, settings.cachedTexts(), settings.batchTexts(), embedder::close);
    }
}
