package city.app.watch;

import city.app.PackedCity;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Other programs, each a process of its own, and waiting for what they do.
public final class Programs {
    private static final Duration GLANCE = Duration.ofMillis(100);

    private Programs() {}

    record Told(int exitCode, List<String> out, List<String> err) {}

    static ProcessBuilder city(String... words) {
        var builder = new ProcessBuilder(PackedCity.command(words));
        builder.environment().keySet().removeIf(it -> it.startsWith("CITY_"));
        return builder;
    }

    /// Runs to the end. Warnings of the JVM itself are not the city's words.
    static Told run(ProcessBuilder builder) throws Exception {
        var out = Files.createTempFile("told", ".out");
        var err = Files.createTempFile("told", ".err");
        var process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new AssertionError("still runs: " + builder.command());
            }
            var said = Files.readAllLines(err).stream()
                    .filter(it -> !it.startsWith("WARNING: "))
                    .toList();
            return new Told(process.exitValue(), Files.readAllLines(out), said);
        } finally {
            process.destroy();
            Files.delete(out);
            Files.delete(err);
        }
    }

    public static boolean isInstalled(String name) {
        return Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/opt/homebrew/bin")
                .anyMatch(it -> Files.isExecutable(Path.of(it, name)));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Asks until it is so; a failure on the way is asked again, an assertion is not.
    static void await(String what, Duration patience, Callable<Boolean> holds) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!asked(holds)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            Thread.sleep(GLANCE);
        }
    }

    private static boolean asked(Callable<Boolean> holds) throws Exception {
        try {
            return holds.call();
        } catch (IOException notYet) {
            return false;
        }
    }
}
