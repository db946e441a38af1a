package city.app.fire.crowd;

import city.app.fire.process.Caller;
import city.app.fire.process.Run;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// What all clients of a test share. Safe from any thread.
public final class Crowd {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Caller caller;
    private final List<String> accounts;
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean over;

    /// @param accounts that have money and take some
    public Crowd(Caller caller, List<String> accounts) {
        this.caller = caller;
        this.accounts = List.copyOf(accounts);
    }

    public Caller caller() {
        return caller;
    }

    public List<String> accounts() {
        return accounts;
    }

    /// How many answers everybody got so far.
    public long answers() {
        return answers.get();
    }

    public void answered() {
        answers.incrementAndGet();
    }

    /// Waits until so many more were answered.
    public void awaitAnswers(int more) {
        long goal = answers.get() + more;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answers.get() < goal) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the city has answered only %d times".formatted(answers.get()));
            }
            Run.rest(GLANCE);
        }
    }

    public boolean isOver() {
        return over;
    }

    /// Lets everybody finish what is in hand.
    public void goHome() {
        over = true;
    }
}
