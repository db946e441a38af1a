package city.app.watch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `./city conform` in a process of its own.
final class Examiner implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("against (http://127\\.0\\.0\\.1:\\d+) instead");

    private final Path out;
    private final Process process;

    private Examiner(Path out, Process process) {
        this.out = out;
        this.process = process;
    }

    static Examiner start(Path folder, LiveCity city, String resident) throws Exception {
        var out = folder.resolve("examiner-" + resident + ".out");
        var builder =
                Programs.city("conform", "--url", city.url("").toString(), "--agent", resident, "--seconds", "20");
        return new Examiner(
                out,
                builder.redirectOutput(out.toFile()).redirectErrorStream(true).start());
    }

    /// Where a mind is to call.
    URI address() throws Exception {
        Programs.await(
                "the examiner's address",
                Duration.ofSeconds(60),
                () -> ADDRESS.matcher(Files.readString(out)).find());
        var found = ADDRESS.matcher(Files.readString(out));
        return URI.create(found.results().findFirst().orElseThrow().group(1));
    }

    Programs.Told verdict() throws Exception {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("the examination does not end");
        }
        return new Programs.Told(process.exitValue(), Files.readAllLines(out), List.of());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
