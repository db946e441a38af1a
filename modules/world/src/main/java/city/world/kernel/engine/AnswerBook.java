package city.world.kernel.engine;

import city.world.kernel.engine.Pending.Key;
import city.world.spi.Answer;
import city.world.spi.CityRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The first answers given under keys, of the last {@link #LIFE}. The newest are in memory; only when there were more
/// than fit is the record asked for what is not found here. Thread-safe.
final class AnswerBook {
    static final Duration LIFE = Duration.ofHours(24);

    /// About 50 MB at most.
    private static final int CAPACITY = 100_000;

    private final LinkedHashMap<Key, Answer> answers = new LinkedHashMap<>();
    private final CityRecord record;
    private final InstantSource wall;
    private boolean complete;

    AnswerBook(CityRecord record, InstantSource wall) {
        this.record = record;
        this.wall = wall;
        var kept = record.answersSince(wall.instant().minus(LIFE), CAPACITY);
        complete = kept.size() < CAPACITY;
        add(kept);
    }

    synchronized void add(List<Answer> fresh) {
        fresh.forEach(it -> answers.put(new Key(it.actor(), it.key()), it));
        var oldest = answers.entrySet().iterator();
        while (oldest.hasNext()) {
            var answer = oldest.next().getValue();
            boolean expired = answer.recordedAt().isBefore(horizon());
            if (!expired && answers.size() <= CAPACITY) {
                return;
            }
            complete &= expired;
            oldest.remove();
        }
    }

    /// May ask the record: never on the city thread.
    Optional<Answer> find(Key key) {
        synchronized (this) {
            var answer = answers.get(key);
            if (answer != null || complete) {
                return Optional.ofNullable(answer).filter(this::lives);
            }
        }
        return record.findAnswer(key.actor(), key.key()).filter(this::lives);
    }

    private boolean lives(Answer answer) {
        return !answer.recordedAt().isBefore(horizon());
    }

    private Instant horizon() {
        return wall.instant().minus(LIFE);
    }
}
