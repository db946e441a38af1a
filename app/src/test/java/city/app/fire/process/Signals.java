package city.app.fire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Signals that Java does not send by itself, to processes that a test started. A process that is gone already is no
/// error: a server that stood still ends some of its children as soon as it goes on.
public final class Signals {
    private Signals() {}

    /// SIGSTOP: it runs no further until {@link #resume}; its connections stay open.
    public static void pause(long pid) {
        send("-STOP", pid);
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
