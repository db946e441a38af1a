package city.adapter.vectors;

import city.memory.spi.IndexShelf;
import city.memory.spi.MemoryIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index in one file of a city's folder.
public final class VectorShelf implements IndexShelf {
    private static final Logger LOG = LoggerFactory.getLogger(VectorShelf.class);

    private final VectorSettings settings;

    public VectorShelf(VectorSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<MemoryIndex> open() {
        try {
            return Optional.of(VectorIndex.open(settings));
        } catch (UnfitFile unfit) {
            LOG.debug("the index is built anew: {}", unfit.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public MemoryIndex create() {
        return VectorIndex.create(settings);
    }

    @Override
    public void discard() {
        try {
            Files.deleteIfExists(settings.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
