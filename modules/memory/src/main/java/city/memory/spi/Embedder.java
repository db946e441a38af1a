package city.memory.spi;

import city.memory.domain.Embedding;
import java.time.Duration;
import java.util.List;

/// Turns words into vectors, such that what means nearly the same lies near. Safe from any thread; may block.
public interface Embedder {
    /// Names the space that its vectors lie in, in at most 64 bytes. Embedders of which the same text gets different
    /// vectors differ in it, for vectors of two spaces must never be compared.
    String space();

    /// Components of each vector, the same for the embedder's life.
    int dimension();

    /// One vector for each text, in the order of the texts. The same text gives the same vector.
    ///
    /// @throws Unavailable when there are no vectors now, for none of the texts
    List<Embedding> embed(List<String> texts);

    /// Whoever makes the vectors did not answer, not in time, or nothing that could be used. Trying again later is
    /// right.
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        /// @param message    names the embedder and holds no key
        /// @param retryAfter how long it wants to be left alone; zero when it did not say
        public Unavailable(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
