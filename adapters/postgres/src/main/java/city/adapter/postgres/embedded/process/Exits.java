package city.adapter.postgres.embedded.process;

/// Waits for processes on the caller's own thread. `Process.onExit` would wait on the common pool, which on a small
/// machine other waits can fill.
public final class Exits {
    private Exits() {}

    /// Waits however often it is interrupted; the interruption is kept for later.
    public static int await(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                int code = process.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return code;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
