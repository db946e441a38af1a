package city.adapter.vectors;

import city.memory.domain.Embedding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// @param space     which embedder the vectors are from: those of another lie elsewhere, also with as many components
/// @param dimension components of each vector
/// @param mostBytes the file does not grow beyond
public record VectorSettings(Path path, String space, int dimension, long mostBytes) {
    static final int MAX_SPACE_BYTES = 64;

    public VectorSettings {
        int bytes = space.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MAX_SPACE_BYTES) {
            throw new IllegalArgumentException("space must have 1 to %d bytes: %d".formatted(MAX_SPACE_BYTES, bytes));
        }
        if (dimension < 1 || dimension > Embedding.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "dimension must be 1 to %d: %d".formatted(Embedding.MAX_DIMENSION, dimension));
        }
    }
}
