package city.adapter.postgres.record;

import city.adapter.postgres.link.ReadFailed;
import city.adapter.postgres.link.Readers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes answers that have lived their 24 hours, now and then, on a thread and a connection beside the commit's.
final class AnswerPurge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerPurge.class);
    private static final long PERIOD_MINUTES = 10;

    /// Statements of one round: with {@link AnswerRows#PURGED_AT_ONCE} rows each, more than a city answers in the
    /// period.
    private static final int MAX_STATEMENTS = 100;

    private final Readers readers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("answer-purge").factory());

    AnswerPurge(Readers readers) {
        this.readers = readers;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::round, 1, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    void round() {
        try {
            int statements = 0;
            int removed = AnswerRows.PURGED_AT_ONCE;
            while (removed == AnswerRows.PURGED_AT_ONCE && statements < MAX_STATEMENTS) {
                removed = readers.call("purging answers", AnswerRows::purge);
                statements++;
            }
        } catch (ReadFailed e) {
            LOG.info("Answers are purged later: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
