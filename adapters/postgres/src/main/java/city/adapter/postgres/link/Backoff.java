package city.adapter.postgres.link;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Pauses between attempts: 100 ms, doubled each time, at most 5 s. Ended at once by {@link #close}. Safe from any
/// thread.
public final class Backoff implements AutoCloseable {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;

    private final CountDownLatch closed = new CountDownLatch(1);

    /// Waits before the given attempt, 0 being the first.
    ///
    /// @return false when closed or interrupted, so that nothing must be attempted any more; an interrupt stays set
    public boolean pause(int attempt) {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        try {
            return !closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
