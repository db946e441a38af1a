package city.adapter.llm.embedding;

import city.adapter.llm.ApiKey;
import city.adapter.llm.EmbedderSettings.Remote;
import city.adapter.llm.Embedders;
import city.adapter.llm.ProviderKind;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.memory.spi.Embedder;
import city.memory.testing.EmbedderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/// The contract through real sockets, in both formats.
class RemoteContractTest {
    @Nested
    class LikeOpenAi extends ByHttp {
        LikeOpenAi() {
            super(WireFormat.OPENAI, ProviderKind.OPENAI_COMPATIBLE);
        }
    }

    @Nested
    class Ollama extends ByHttp {
        Ollama() {
            super(WireFormat.OLLAMA, ProviderKind.OLLAMA);
        }
    }

    private abstract static class ByHttp extends EmbedderContract {
        private final StubProvider stub;
        private final CachedEmbedder embedder;

        ByHttp(WireFormat format, ProviderKind kind) {
            stub = StubProvider.start(format);
            stub.always(VectorReplies.vectors(format, 768));
            embedder = Embedders.of(
                    Remote.standard(kind, stub.baseUrl(), ApiKey.none(), "stub-model", 768),
                    VectorReplies.UNLIMITED,
                    System::nanoTime);
        }

        @AfterEach
        void close() {
            embedder.close();
            stub.close();
        }

        @Override
        protected Embedder embedder() {
            return embedder;
        }
    }
}
