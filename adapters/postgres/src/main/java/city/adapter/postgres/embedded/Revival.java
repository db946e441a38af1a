package city.adapter.postgres.embedded;

import city.adapter.postgres.embedded.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the server again when it has died by itself: out of memory, killed by somebody, a fault of its own. Whoever
/// uses it waits for it meanwhile as for any database that is away, and finds it at the same address.
///
/// One thread, from the start of the server until {@link #close}.
final class Revival implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /// A server that dies at every start must not fill the log, nor heat the machine.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// Who has lived so long may begin with short pauses again.
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);

    private final Start start;
    private final Thread thread;
    private volatile ServerProcess process;

    /// How the server is started: alive, ready, and at the address that it had.
    interface Start {
        /// @throws PostgresStartException when it ended while it started
        ServerProcess again() throws IOException, InterruptedException;
    }

    Revival(ServerProcess process, Start start) {
        this.process = process;
        this.start = start;
        this.thread =
                Thread.ofPlatform().daemon().name("embedded-postgres-revival").unstarted(this::watch);
    }

    void begin() {
        thread.start();
    }

    /// The server that runs now, or ran last.
    ServerProcess process() {
        return process;
    }

    /// Returns when nothing is started any more; what was started stands in {@link #process}.
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        var pause = FIRST_PAUSE;
        try {
            while (true) {
                long begun = System.nanoTime();
                int code = process.awaitEnd();
                LOG.warn(
                        "the embedded PostgreSQL (process {}) ended by itself with {}: starting it again",
                        process.pid(),
                        code);
                boolean lived = System.nanoTime() - begun > HEALTHY.toNanos();
                pause = revive(lived ? FIRST_PAUSE : pause);
            }
        } catch (InterruptedException closed) {
            LOG.debug("no longer watching the embedded PostgreSQL", closed);
        }
    }

    /// Tries for as long as it takes.
    ///
    /// @return the pause before the next try, should it die again at once
    private Duration revive(Duration first) throws InterruptedException {
        for (var pause = first; ; pause = longer(pause)) {
            Thread.sleep(pause);
            try {
                process = start.again();
                LOG.info("the embedded PostgreSQL runs again (process {})", process.pid());
                return longer(pause);
            } catch (IOException | UncheckedIOException | PostgresStartException failure) {
                LOG.warn("the embedded PostgreSQL does not start: {}", failure.getMessage());
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
