package city.adapter.postgres.embedded.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// The running server, our child. It is started by a thread of its own, which then reads the server's log until the
/// server is gone: the signal at a parent's death follows the very thread that started the child, so that thread must
/// not end before it.
public final class ServerProcess {
    /// A fast shutdown writes a checkpoint: up to the whole of `shared_buffers`, on a slow disk.
    private static final Duration FAST_SHUTDOWN_WAIT = Duration.ofSeconds(60);

    private static final Duration IMMEDIATE_SHUTDOWN_WAIT = Duration.ofSeconds(10);

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    public static ServerProcess start(ProcessBuilder command, ServerLog log) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("embedded-postgres").start(() -> keep(command, log, started));
        try {
            return new ServerProcess(started.join());
        } catch (CompletionException failure) {
            throw new IOException("the server's program could not be started", failure.getCause());
        }
    }

    private static void keep(ProcessBuilder command, ServerLog log, CompletableFuture<Process> started) {
        try {
            var process = command.start();
            started.complete(process);
            log.drain(process.getInputStream());
            Exits.await(process);
        } catch (IOException | RuntimeException failure) {
            started.completeExceptionally(failure);
        }
    }

    public long pid() {
        return process.pid();
    }

    /// @return the exit code
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Ends the server: fast, and when that takes too long, at once. Not cut short by an interrupt, because the caller
    /// is about to give up the folder.
    public void stop() throws IOException {
        if (endsAfter(Signal.FAST_SHUTDOWN, FAST_SHUTDOWN_WAIT)
                || endsAfter(Signal.IMMEDIATE_SHUTDOWN, IMMEDIATE_SHUTDOWN_WAIT)) {
            return;
        }
        Exits.await(process.destroyForcibly());
    }

    private boolean endsAfter(Signal signal, Duration patience) throws IOException {
        if (!process.isAlive()) {
            return true;
        }
        signal.sendTo(process.pid());
        try {
            process.onExit()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException tooSlow) {
            return false;
        }
    }
}
