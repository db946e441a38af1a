package city.adapter.mqtt.relay;

import city.adapter.mqtt.link.LinkListener;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Knows whether the link is up, and which connection it is. Thread-safe.
public final class Gate implements LinkListener {
    /// Connections are numbered from 1.
    public static final int CLOSED = 0;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private int connections;
    private boolean open;

    @Override
    public void connected() {
        lock.lock();
        try {
            connections++;
            open = true;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void lost(String reason) {
        lock.lock();
        try {
            open = false;
        } finally {
            lock.unlock();
        }
    }

    /// The number of the connection that is up, [#CLOSED] when none is after the time.
    public int await(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!open && left > 0) {
                left = opened.awaitNanos(left);
            }
            return open ? connections : CLOSED;
        } finally {
            lock.unlock();
        }
    }

    int connection() {
        lock.lock();
        try {
            return open ? connections : CLOSED;
        } finally {
            lock.unlock();
        }
    }
}
