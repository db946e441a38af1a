package city.app.fire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Signals that Java does not send by itself, to processes that a test started.
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

    /// SIGKILL. One that is gone already is no error.
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
            if (code != 0) {
                throw new IllegalStateException("kill %s %d ended with %d".formatted(signal, pid, code));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
