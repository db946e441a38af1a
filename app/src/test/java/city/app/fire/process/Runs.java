package city.app.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// All processes that a test started; closing ends them, and the servers that a killed one left behind.
public final class Runs implements AutoCloseable {
    private final List<Run> started = new ArrayList<>();

    /// Starts one and leaves it running.
    public Run start(Kept kept, String... words) {
        var run = Run.start(kept, words);
        started.add(run);
        return run;
    }

    /// Starts one as a user does, and leaves it running.
    public Run startAsLaunched(Kept kept, String... words) {
        var run = Run.startAsLaunched(kept, words);
        started.add(run);
        return run;
    }

    /// Starts one with these words alone.
    public Run startBare(Kept kept, String... words) {
        var run = Run.startBare(kept, words);
        started.add(run);
        return run;
    }

    /// Starts one, waits for its end, which must be a good one, and gives its last line.
    public String end(Kept kept, String... words) {
        var run = start(kept, words);
        assertThat(run.exitCode())
                .as(() -> String.join(" ", words) + " said:\n" + run.complaints())
                .isZero();
        return run.lastLine();
    }

    @Override
    public void close() {
        started.stream().filter(Run::isAlive).forEach(Run::kill);
        started.stream().map(run -> run.kept().data()).distinct().forEach(Runs::endServer);
    }

    private static void endServer(Path data) {
        var file = data.resolve("pg").resolve("data").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try (var lines = Files.lines(file)) {
            long pid = lines.findFirst().map(it -> Long.parseLong(it.strip())).orElse(-1L);
            var server = ProcessHandle.of(pid)
                    .filter(it -> it.info().command().orElse("").endsWith("postgres"));
            if (server.isPresent()) {
                server.get().destroy();
                server.get().onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the server of %s could not be ended".formatted(data), e);
        }
    }
}
