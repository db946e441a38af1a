package city.world.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The answers that were given under keys, as the record holds them.
public interface Answers {
    /// Answers recorded since the given time, oldest first, at most `limit` of the newest.
    List<Answer> answersSince(Instant since, int limit);

    /// The answer under a key, for keys older than what memory holds. Safe from any thread.
    Optional<Answer> findAnswer(String actor, String key);
}
