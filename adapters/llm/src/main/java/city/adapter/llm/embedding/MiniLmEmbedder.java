package city.adapter.llm.embedding;

import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Path;
import java.util.List;

/// The model all-MiniLM-L6-v2 with weights of a byte, in the process, by ONNX: English, 384 components. What means the
/// same lies near, also in other words. Texts of more than about 256 tokens lose what is at their end. It works on its
/// caller's thread. Another processor may round the last bits in another way, so vectors belong to no hash of the city.
public final class MiniLmEmbedder implements Embedder {
    private static final String SPACE = "minilm/all-minilm-l6-v2-q/384";
    private static final int DIMENSION = 384;

    private final EmbeddingModel model;

    private MiniLmEmbedder(EmbeddingModel model) {
        this.model = model;
    }

    /// Takes two seconds, and 190 MB outside of the heap, which all of them share. The first call of a process
    /// says where the native library lies.
    public static MiniLmEmbedder load(Path folder) {
        tame(folder);
        return new MiniLmEmbedder(new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run));
    }

    /// DJL, which takes words apart, asks the cloud around it who it is and tells its maker, takes another
    /// library where it sees a graphics card, and unpacks into the user's home, unless it is told otherwise
    /// before it is loaded.
    private static void tame(Path folder) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ENGINE_CACHE_DIR", folder.toAbsolutePath().toString());
    }

    @Override
    public String space() {
        return SPACE;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream()
                .map(text -> Embedding.of(
                        model.embed(TextSegment.from(text)).content().vector()))
                .toList();
    }
}
