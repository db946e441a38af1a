package city.app.fire.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One direction of a link, of all its connections. Thread-safe.
final class Flow {
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean stalled;
    private long left = UNLIMITED;
    private volatile long delayMillis;

    void delay(Duration time) {
        delayMillis = time.toMillis();
    }

    void stall() {
        change(() -> stalled = true);
    }

    void dropAfter(long bytes) {
        change(() -> left = bytes);
    }

    void heal() {
        delayMillis = 0;
        change(() -> {
            stalled = false;
            left = UNLIMITED;
        });
    }

    /// Carries bytes until one end is over or the byte has passed after which the link is to drop.
    ///
    /// @return whether it is to drop
    boolean pump(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[16 * 1024];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            sleep(delayMillis);
            int passing = pass(n);
            to.write(buffer, 0, passing);
            to.flush();
            if (passing < n) {
                return true;
            }
        }
        return false;
    }

    /// Waits while it is stalled.
    ///
    /// @return how many of the bytes may pass
    private int pass(int bytes) throws IOException {
        lock.lock();
        try {
            while (stalled) {
                changed.await();
            }
            if (left == UNLIMITED) {
                return bytes;
            }
            int passing = (int) Math.min(bytes, left);
            left = passing < bytes ? UNLIMITED : left - passing;
            return passing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable deed) {
        lock.lock();
        try {
            deed.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void sleep(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
