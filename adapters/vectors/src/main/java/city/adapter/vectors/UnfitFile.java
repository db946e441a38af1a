package city.adapter.vectors;

import java.nio.file.Path;

/// A file that cannot be used as it is: none is there, or it is torn, or of another version, dimension or space.
/// Whoever meets it creates a new one and builds it again from the durable memories.
final class UnfitFile extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitFile(Path path, String reason) {
        super("%s %s".formatted(path, reason));
    }
}
