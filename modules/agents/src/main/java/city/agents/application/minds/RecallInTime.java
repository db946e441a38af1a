package city.agents.application.minds;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import city.memory.RecallQuery;
import city.memory.Recollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What comes to mind within a time. A recall that takes longer is let go: it ends on its own thread by the time limits
/// of whatever holds it up, and nobody hears of it. It is not interrupted, as that would close the connections that it
/// uses. While as many as may be are held up, others remember nothing, and wait for nothing.
///
/// Safe from any thread.
final class RecallInTime {
    private static final Logger LOG = LoggerFactory.getLogger(RecallInTime.class);

    private final Function<RecallQuery, List<Recollection>> memories;
    private final Executor executor;
    private final Semaphore room;

    /// @param executor gives each recall a thread of its own
    /// @param most     that may be under way, those that were let go among them
    RecallInTime(Function<RecallQuery, List<Recollection>> memories, Executor executor, int most) {
        this.memories = memories;
        this.executor = executor;
        this.room = new Semaphore(most);
    }

    /// Nothing when it does not come in time, or cannot come now.
    List<Recollection> recall(RecallQuery query, Duration atMost) {
        if (!atMost.isPositive() || !room.tryAcquire()) {
            return List.of();
        }
        var recall = new FutureTask<>(() -> remember(query));
        try {
            begin(recall);
            return recall.get(atMost.toNanos(), NANOSECONDS);
        } catch (TimeoutException | RejectedExecutionException late) {
            LOG.debug("nothing comes to mind within {}", atMost);
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void begin(Runnable recall) {
        try {
            executor.execute(() -> {
                try {
                    recall.run();
                } finally {
                    room.release();
                }
            });
        } catch (RejectedExecutionException closing) {
            room.release();
            throw closing;
        }
    }

    private List<Recollection> remember(RecallQuery query) {
        try {
            return memories.apply(query);
        } catch (RuntimeException failure) {
            LOG.debug("nothing comes to mind: {}", failure.getMessage());
            return List.of();
        }
    }
}
