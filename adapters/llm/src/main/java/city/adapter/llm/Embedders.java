package city.adapter.llm;

import city.adapter.llm.embedding.CachedEmbedder;
import city.adapter.llm.embedding.MiniLmEmbedder;
import city.adapter.llm.embedding.RemoteEmbedder;
import java.util.function.LongSupplier;

/// Makes an embedder from its settings.
public final class Embedders {
    private Embedders() {}

    /// A provider need not be there yet. MiniLM is loaded here, which takes two seconds and 190 MB outside of the
    /// heap.
    ///
    /// @param nanoTime the machine's steady clock, as [System#nanoTime] reads it
    public static CachedEmbedder of(EmbedderSettings settings, LongSupplier nanoTime) {
        return switch (settings) {
            case EmbedderSettings.MiniLm(var folder, var cached) ->
                new CachedEmbedder(MiniLmEmbedder.load(folder), cached, () -> {});
            case EmbedderSettings.Remote remote -> {
                var embedder = RemoteEmbedder.open(remote, nanoTime);
                yield new CachedEmbedder(embedder, remote.cachedTexts(), embedder::close);
            }
        };
    }
}
