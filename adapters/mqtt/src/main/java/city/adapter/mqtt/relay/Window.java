package city.adapter.mqtt.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The events that were handed to the link and are not acknowledged yet, in their order. Once full it has room again
/// when half of it is free, so that whoever fills it is not woken for each. It ends with its first failure: whoever
/// filled it begins a new one after [#acknowledged]. Thread-safe.
final class Window {
    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Slot> slots = new ArrayDeque<>();
    private long passed;
    private boolean full;
    private @Nullable Throwable failure;

    /// @param passed the sequence up to which all is done
    Window(int size, long passed) {
        this.size = size;
        this.passed = passed;
    }

    /// Waits until more may be added.
    ///
    /// @return false when the time is over, or the window has failed
    boolean awaitRoom(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (failure == null && full && left > 0) {
                left = changed.awaitNanos(left);
            }
            return failure == null && !full;
        } finally {
            lock.unlock();
        }
    }

    /// @param sequence above all that were added or passed before
    void add(long sequence, CompletableFuture<@Nullable Void> done) {
        var slot = new Slot(sequence);
        lock.lock();
        try {
            slots.addLast(slot);
            full = slots.size() >= size;
            passed = sequence;
        } finally {
            lock.unlock();
        }
        done.whenComplete((nothing, thrown) -> settle(slot, thrown));
    }

    /// Nothing more is to be told up to a sequence.
    void pass(long sequence) {
        lock.lock();
        try {
            passed = sequence;
        } finally {
            lock.unlock();
        }
    }

    /// The sequence up to which all is done.
    long acknowledged() {
        lock.lock();
        try {
            return slots.isEmpty() ? passed : slots.getFirst().sequence - 1;
        } finally {
            lock.unlock();
        }
    }

    Optional<Throwable> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    private void settle(Slot slot, @Nullable Throwable thrown) {
        lock.lock();
        try {
            if (thrown == null) {
                slot.done = true;
                while (!slots.isEmpty() && slots.getFirst().done) {
                    slots.removeFirst();
                }
                full = full && slots.size() > size / 2;
            } else if (failure == null) {
                failure = thrown;
            }
            if (!full || failure != null) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static final class Slot {
        private final long sequence;
        private boolean done;

        Slot(long sequence) {
            this.sequence = sequence;
        }
    }
}
