package city.memory.application;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far the log is remembered, for those who wait for it. Safe from any thread.
final class Progress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition asked = lock.newCondition();
    private long reached;
    private long wanted;

    long reached() {
        lock.lock();
        try {
            return reached;
        } finally {
            lock.unlock();
        }
    }

    void reach(long sequence) {
        lock.lock();
        try {
            reached = sequence;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean await(long sequence, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            wanted = Math.max(wanted, sequence);
            asked.signalAll();
            long left = atMost.toNanos();
            while (reached < sequence && left > 0) {
                left = moved.awaitNanos(left);
            }
            return reached >= sequence;
        } finally {
            lock.unlock();
        }
    }

    /// Lets events gather, but not while somebody waits for one.
    void rest(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (wanted <= reached && left > 0) {
                left = asked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
