package city.adapter.vectors;

import city.memory.spi.MemoryIndex;
import city.memory.testing.MemoryIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The index keeps the contract with both ways to multiply.
class VectorIndexContractTest {
    @TempDir
    Path folder;

    @Nested
    class OneComponentAtATime extends MemoryIndexContract {
        @Override
        protected MemoryIndex open(int dimension) {
            return VectorIndexContractTest.this.open(dimension, new ScalarProducts());
        }
    }

    @Nested
    class ByTheVectorApi extends MemoryIndexContract {
        @Override
        protected MemoryIndex open(int dimension) {
            return VectorIndexContractTest.this.open(dimension, new VectorProducts());
        }
    }

    private MemoryIndex open(int dimension, Products products) {
        var settings = new VectorSettings(folder.resolve("vectors"), "test", dimension, 1 << 26);
        return new VectorIndex(settings, VectorFile.create(settings), products);
    }
}
