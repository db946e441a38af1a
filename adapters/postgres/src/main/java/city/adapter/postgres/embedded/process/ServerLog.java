package city.adapter.postgres.embedded.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the server says, kept in `postgres.log`. A full file becomes `postgres.log.1` and the one before is dropped, so
/// it stays within twice [#MOST_BYTES] however long the server runs.
public final class ServerLog {
    /// A quiet server writes about 100 kB a day, so two files hold some months.
    private static final long MOST_BYTES = 4L << 20;

    private static final int CHUNK_BYTES = 8 << 10;
    private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);

    private final Path file;
    private final Path older;

    public ServerLog(Path folder) {
        file = folder.resolve("postgres.log");
        older = folder.resolve("postgres.log.1");
    }

    public Path file() {
        return file;
    }

    /// Copies until the server closes its end. It goes on reading when the file cannot be written (a full disk),
    /// because a server whose log is not read stands still.
    public void drain(InputStream output) {
        var chunk = new byte[CHUNK_BYTES];
        var lost = false;
        try {
            for (var length = output.read(chunk); length >= 0; length = output.read(chunk)) {
                var kept = append(chunk, length);
                if (!kept && !lost) {
                    LOG.warn("the log of the embedded PostgreSQL cannot be written: {}", file);
                }
                lost = !kept;
            }
        } catch (IOException closed) {
            LOG.debug("the embedded PostgreSQL's output ended", closed);
        }
    }

    /// The last line that says why the server gave up, or an empty text.
    public String lastComplaint() {
        try (var lines = Files.lines(file, UTF_8)) {
            return lines.filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce("", (earlier, later) -> later)
                    .replaceFirst("^.*?((FATAL|PANIC):)\\s*", "$1 ");
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    private boolean append(byte[] chunk, int length) {
        try {
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, older, REPLACE_EXISTING);
            }
            Files.write(file, Arrays.copyOf(chunk, length), CREATE, APPEND);
            return true;
        } catch (IOException failure) {
            return false;
        }
    }
}
