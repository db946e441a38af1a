package city.memory.spi;

import city.memory.domain.Embedding;
import java.util.List;

/// Turns words into vectors, such that what means nearly the same lies near. Safe from any thread; may block.
public interface Embedder {
    /// Names the space that its vectors lie in, in at most 64 bytes. Embedders of which the same text gets different
    /// vectors differ in it, for vectors of two spaces must never be compared.
    String space();

    /// Components of each vector, the same for the embedder's life.
    int dimension();

    /// One vector for each text, in the order of the texts. The same text gives the same vector.
    List<Embedding> embed(List<String> texts);
}
