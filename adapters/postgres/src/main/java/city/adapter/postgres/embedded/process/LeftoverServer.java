package city.adapter.postgres.embedded.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.adapter.postgres.embedded.PostgresStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that an earlier run left on our data folder, because it was killed where the server could not be tied to
/// it. All of this happens under the folder's lock, so no other city is involved.
public final class LeftoverServer {
    private static final Duration FAST_SHUTDOWN_WAIT = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE_SHUTDOWN_WAIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);

    private final Path data;
    private final Path pidFile;

    public LeftoverServer(Path data) throws IOException {
        this.data = data.toRealPath();
        this.pidFile = data.resolve("postmaster.pid");
    }

    /// Ends the server if there is one. Afterwards no process works on the data folder, and `postmaster.pid` does
    /// not stand in the way: PostgreSQL itself takes a file with a dead pid for stale, but not one whose number
    /// now belongs to somebody else or to a zombie, nor an empty one. Those are deleted, and only after nobody
    /// was found at work.
    ///
    /// @throws PostgresStartException when it does not end
    public void end() throws IOException, InterruptedException {
        var recorded = recordedPid();
        if (recorded.isPresent() && ServerProcesses.worksOn(data, recorded.getAsLong())) {
            LOG.warn("an earlier run left PostgreSQL (process {}) on {}: stopping it", recorded.getAsLong(), data);
            Signal.FAST_SHUTDOWN.sendTo(recorded.getAsLong());
            if (!isLeftAloneWithin(FAST_SHUTDOWN_WAIT)) {
                Signal.IMMEDIATE_SHUTDOWN.sendTo(recorded.getAsLong());
            }
        }
        if (!isLeftAloneWithin(IMMEDIATE_SHUTDOWN_WAIT)) {
            throw new PostgresStartException("another PostgreSQL works on " + data
                    + " and does not end: stop processes " + ServerProcesses.on(data));
        }
        if (Files.exists(pidFile) && (recorded.isEmpty() || isInUse(recorded.getAsLong()))) {
            LOG.info("{} names no server of this folder: deleting it", pidFile);
            Files.deleteIfExists(pidFile);
        }
    }

    /// Its first line. Empty when there is no file or, after a loss of power, nothing in it.
    private OptionalLong recordedPid() throws IOException {
        if (!Files.exists(pidFile)) {
            return OptionalLong.empty();
        }
        var firstLine = Files.readString(pidFile, US_ASCII).lines().findFirst().orElse("");
        return firstLine.matches("\\d{1,10}") ? OptionalLong.of(Long.parseLong(firstLine)) : OptionalLong.empty();
    }

    /// Sessions outlive a killed postmaster by a moment, so all processes on the folder count, not only the recorded
    /// one.
    private boolean isLeftAloneWithin(Duration patience) throws IOException, InterruptedException {
        var deadlineNanos = System.nanoTime() + patience.toNanos();
        while (!ServerProcesses.on(data).isEmpty()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    private static boolean isInUse(long pid) {
        return ProcessHandle.of(pid).isPresent() || Files.exists(Path.of("/proc", Long.toString(pid)));
    }
}
