package city.app.fire.process;

import city.app.PackedCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packed JAR as a process of its own, started with the words that a user would type. What it says goes to files
/// beside its data folder, so that nothing is lost when it is killed.
public final class Run {
    /// Longer than any run of these tests on a busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration GLANCE = Duration.ofMillis(5);

    private final Kept kept;
    private final Process process;
    private final Path out;
    private final Path err;

    private Run(Kept kept, Process process, Path out, Path err) {
        this.kept = kept;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static Run start(Kept kept, String... words) {
        return startBare(kept, wordsIn(kept, words));
    }

    /// With the JVM's options of a user's city, for what is timed.
    public static Run startAsLaunched(Kept kept, String... words) {
        return launch(kept, PackedCity.commandAsLaunched(wordsIn(kept, words)));
    }

    /// With these words alone, for what takes its folders otherwise.
    public static Run startBare(Kept kept, String... words) {
        return launch(kept, PackedCity.command(words));
    }

    public Kept kept() {
        return kept;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// SIGTERM.
    public void terminate() {
        process.destroy();
    }

    /// SIGKILL; returns when the process is gone.
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /// SIGSTOP: it stands still, with all its connections, until {@link #resume}.
    public void pause() {
        Signals.pause(pid());
    }

    public void resume() {
        Signals.resume(pid());
    }

    /// Waits for the end.
    public int exitCode() {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("the city has not ended in %s; it said:%n%s".formatted(PATIENCE, complaints()));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /// The last line of stdout, waited for.
    public String lastLine() {
        exitCode();
        return read(out).lines().reduce("", (_, line) -> line);
    }

    /// All of stdout so far.
    public String said() {
        return read(out);
    }

    /// All of stderr so far.
    public String complaints() {
        return read(err);
    }

    /// Waits until the city stands, which the run file tells: it names this very process.
    public String awaitRunFile() {
        var file = kept.data().resolve("run.json");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isAlive() && System.nanoTime() < deadline) {
            var text = Files.exists(file) ? readIfThere(file) : "";
            if (text.contains("\"pid\": %d".formatted(pid())) && text.contains("}")) {
                return text;
            }
            rest(GLANCE);
        }
        throw new AssertionError("the city does not stand; it said:%n%s".formatted(complaints()));
    }

    /// The HTTP port, waited for.
    public int awaitPort() {
        var port = Pattern.compile("\"port\": (\\d+)").matcher(awaitRunFile());
        if (!port.find()) {
            throw new AssertionError("the run file names no port");
        }
        return Integer.parseInt(port.group(1));
    }

    public static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /// It may vanish between two looks.
    private static String readIfThere(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] wordsIn(Kept kept, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", kept.data().toString()));
        return all.toArray(String[]::new);
    }

    private static Run launch(Kept kept, List<String> command) {
        try {
            var folder = kept.data().toAbsolutePath().getParent();
            var out = Files.createTempFile(folder, "run-", ".out");
            var err = Files.createTempFile(folder, "run-", ".err");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(it -> it.startsWith("CITY_"));
            builder.environment().putAll(kept.environment());
            return new Run(kept, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
