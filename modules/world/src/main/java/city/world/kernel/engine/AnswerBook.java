package city.world.kernel.engine;

import city.world.kernel.engine.Pending.Key;
import city.world.spi.Answer;
import city.world.spi.Answers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The first answers given under keys, of the last {@link #LIFE}. The newest are in memory. Of those that did not fit a
/// filter knows the keys, so that the record is not asked for a key that was never used. While the record may hold
/// answers older than those read at the start, it is asked for every key. Thread-safe.
final class AnswerBook {
    static final Duration LIFE = Duration.ofHours(24);

    /// About 50 MB at most.
    static final int CAPACITY = 100_000;

    private final LinkedHashMap<Key, Answer> answers = new LinkedHashMap<>();
    private final Answers record;
    private final InstantSource wall;

    /// Answers after this were all seen.
    private final Instant completeSince;

    /// The keys that did not fit, of at most one {@link #LIFE}, and of the one before.
    private @Nullable BloomFilter crowdedOut;

    private @Nullable BloomFilter crowdedOutBefore;
    private Instant filterBegun = Instant.MIN;

    AnswerBook(Answers record, InstantSource wall) {
        this.record = record;
        this.wall = wall;
        var kept = record.answersSince(horizon(), CAPACITY);
        completeSince = kept.size() < CAPACITY ? Instant.MIN : kept.getFirst().recordedAt();
        add(kept);
    }

    synchronized void add(List<Answer> fresh) {
        fresh.forEach(it -> answers.put(keyOf(it), it));
        var oldest = answers.values().iterator();
        while (oldest.hasNext()) {
            var answer = oldest.next();
            boolean expired = !lives(answer);
            if (!expired && answers.size() <= CAPACITY) {
                return;
            }
            if (!expired) {
                filter().add(keyOf(answer));
            }
            oldest.remove();
        }
    }

    /// May ask the record: never on the city thread.
    Optional<Answer> find(Key key) {
        synchronized (this) {
            var answer = answers.get(key);
            if (answer != null || !isPerhapsInRecord(key)) {
                return Optional.ofNullable(answer).filter(this::lives);
            }
        }
        return record.findAnswer(key.actor(), key.key()).filter(this::lives);
    }

    private boolean isPerhapsInRecord(Key key) {
        return !horizon().isAfter(completeSince)
                || (crowdedOut != null && crowdedOut.mayHold(key))
                || (crowdedOutBefore != null && crowdedOutBefore.mayHold(key));
    }

    private BloomFilter filter() {
        var now = wall.instant();
        if (crowdedOut == null || filterBegun.plus(LIFE).isBefore(now)) {
            crowdedOutBefore = crowdedOut;
            crowdedOut = new BloomFilter();
            filterBegun = now;
        }
        return crowdedOut;
    }

    private static Key keyOf(Answer answer) {
        return new Key(answer.actor(), answer.key());
    }

    private boolean lives(Answer answer) {
        return !answer.recordedAt().isBefore(horizon());
    }

    private Instant horizon() {
        return wall.instant().minus(LIFE);
    }
}
