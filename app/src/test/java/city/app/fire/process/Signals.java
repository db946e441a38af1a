package city.app.fire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Signals that Java does not send by itself, to processes that a test started. A process that is gone already is no
/// error: a server that stood still ends some of its children as soon as it goes on.
public final class Signals {
    private static final Duration TO_STAND = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(1);

    private Signals() {}

    /// SIGSTOP: it runs no further until {@link #resume}; its connections stay open. Returns when it stands, for of two
    /// signals that wait for a process Linux delivers the lower number first, and SIGTERM is lower.
    public static void pause(long pid) {
        send("-STOP", pid);
        long end = System.nanoTime() + TO_STAND.toNanos();
        while (isRunning(pid) && System.nanoTime() < end) {
            Run.rest(GLANCE);
        }
    }

    /// SIGCONT.
    public static void resume(long pid) {
        send("-CONT", pid);
    }

    /// SIGKILL; returns when it is gone.
    public static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(it -> {
            it.destroyForcibly();
            it.onExit().join();
        });
    }

    /// By the third field of `/proc/PID/stat`, proc(5); what is gone, or a machine without it, is not waited for.
    private static boolean isRunning(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'T';
        } catch (IOException gone) {
            return false;
        }
    }

    private static void send(String signal, long pid) {
        try {
            int code = new ProcessBuilder(List.of("kill", signal, String.valueOf(pid)))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0 && ProcessHandle.of(pid).isPresent()) {
                throw new IllegalStateException("kill %s %d ended with %d".formatted(signal, pid, code));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
