package city.app.fire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// What all clients of a test share. Safe from any thread.
final class Crowd {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Caller caller;
    private final List<String> accounts;
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean over;

    /// @param accounts that have money and take some
    Crowd(Caller caller, List<String> accounts) {
        this.caller = caller;
        this.accounts = List.copyOf(accounts);
    }

    Caller caller() {
        return caller;
    }

    List<String> accounts() {
        return accounts;
    }

    void answered() {
        answers.incrementAndGet();
    }

    /// Waits until so many more were answered.
    void awaitAnswers(int more) {
        long goal = answers.get() + more;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answers.get() < goal) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the city has answered only %d times".formatted(answers.get()));
            }
            Run.rest(GLANCE);
        }
    }

    boolean isOver() {
        return over;
    }

    /// Lets everybody finish what is in hand.
    void goHome() {
        over = true;
    }
}
