package city.adapter.postgres.embedded.process;

import city.adapter.postgres.embedded.PostgresStartException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How the server's programs are started on this machine: the words that stand before each command.
///
/// - `setsid` gives the server a session of its own, so that Ctrl-C in a terminal reaches the city and not the server
///   under it, which still has to take the last commit.
/// - `unshare -U` stands for an unprivileged user where we are root, as which PostgreSQL refuses to run.
/// - `setpriv --pdeathsig INT` makes the server shut down when the thread that started it dies, also by `kill -9`.
///
/// All three replace themselves by the command, so the process that we start is the server. Where one is missing we do
/// without, but for root; what then stays behind after a `kill -9` is found by the next start.
public record Launcher(List<String> prefix) {
    private static final List<String> SESSION = List.of("setsid");
    private static final List<String> NOT_ROOT = List.of("unshare", "-U");
    private static final List<String> DIES_WITH_US = List.of("setpriv", "--pdeathsig", "INT");

    public Launcher {
        prefix = List.copyOf(prefix);
    }

    /// Tries the best way first.
    ///
    /// @throws PostgresStartException when we are root and may not stop being it
    public static Launcher forThisMachine() throws IOException {
        var identity = isRoot() ? NOT_ROOT : List.<String>of();
        for (var extras : List.of(DIES_WITH_US, List.<String>of())) {
            for (var session : List.of(SESSION, List.<String>of())) {
                var launcher = new Launcher(join(List.of(session, identity, extras)));
                if (launcher.works()) {
                    return launcher;
                }
            }
        }
        throw new PostgresStartException("PostgreSQL does not run as root, and `unshare -U` does not work here:"
                + " run the city as another user or set CITY_POSTGRES_URL");
    }

    /// Output and errors come by one pipe; nothing is read from our own input. Settings for other servers in our
    /// environment (`PGDATA`, `PGPORT`…) are kept from it.
    public ProcessBuilder command(List<String> words) {
        var builder = new ProcessBuilder(join(List.of(prefix, words)));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
    }

    private boolean works() {
        if (prefix.isEmpty()) {
            return true;
        }
        try {
            var process = command(List.of("true"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Exits.await(process) == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : "root".equals(System.getProperty("user.name"));
    }

    private static List<String> join(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
