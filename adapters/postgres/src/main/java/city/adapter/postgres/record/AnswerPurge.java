package city.adapter.postgres.record;

import city.adapter.postgres.link.ReadFailed;
import city.adapter.postgres.link.Readers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes answers that have lived their 24 hours, every minute, on a thread and a connection beside the commit's. A
/// round goes on until none is left, so it keeps up with any rate at which a city answers.
final class AnswerPurge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerPurge.class);
    private static final long PERIOD_MINUTES = 1;

    /// Rows that one statement removes at most: a few milliseconds, so that no commit waits for their locks.
    private static final int AT_ONCE = 5_000;

    /// Between two statements, for those who wait for the disk; what remains is far above 10,000 rows a second.
    private static final Duration REST = Duration.ofMillis(20);

    private final Readers readers;
    private final int atOnce;
    private final Duration rest;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("answer-purge").factory());

    AnswerPurge(Readers readers) {
        this(readers, AT_ONCE, REST);
    }

    /// @param atOnce rows that one statement removes at most
    /// @param rest   between two statements
    AnswerPurge(Readers readers, int atOnce, Duration rest) {
        this.readers = readers;
        this.atOnce = atOnce;
        this.rest = rest;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::round, 1, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    /// Until none is left, or it is closed.
    void round() {
        try {
            int removed = atOnce;
            while (removed == atOnce && !closes()) {
                removed = readers.call("purging answers", connection -> AnswerRows.purge(connection, atOnce));
            }
        } catch (ReadFailed e) {
            LOG.info("Answers are purged later: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.shutdownNow();
    }

    private boolean closes() throws InterruptedException {
        return closing.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
