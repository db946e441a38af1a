package city.app.wiring;

import city.app.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a city keeps its files, held by one process at a time.
public final class DataFolder implements AutoCloseable {
    private static final String RUN = "run.json";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Makes the folder where it is missing and takes it.
    ///
    /// @throws Failure when it cannot be written, or another process has it
    public static DataFolder take(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Failure.couldNotStart("data folder %s is a file; choose another with --data".formatted(folder));
        }
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw Failure.couldNotStart("data folder %s is in use by %s; stop it or choose another with --data"
                        .formatted(folder, holder(folder)));
            }
            // Left by a city that was killed: this one has opened no port yet.
            Files.deleteIfExists(folder.resolve(RUN));
            return new DataFolder(folder, channel, lock);
        } catch (IOException e) {
            throw Failure.couldNotStart(
                    "data folder %s cannot be used (%s); choose another with --data".formatted(folder, e));
        }
    }

    /// Like {@link #take}, but only where a city was kept before.
    public static DataFolder takeExisting(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Failure.couldNotStart("there is no data folder " + folder + "; name the city's with --data");
        }
        return take(folder);
    }

    /// What the city that runs in the folder tells of itself; empty when none does, or it has opened no port yet.
    ///
    /// @param port,mqttPort 0 for a city that has none
    public record Run(long pid, int port, int mqttPort) {}

    public static Optional<Run> findRun(Path folder) {
        return findHolder(folder).flatMap(_ -> readRun(folder));
    }

    /// Who has the folder now, for people; by trying the lock, which is given back at once.
    public static Optional<String> findHolder(Path folder) {
        var file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = tryLock(channel)) {
            return lock == null ? Optional.of(holder(folder)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /// Writes the file that tells others of this process; replaced as a whole.
    public void writeRunFile(String json) {
        try {
            var draft = folder.resolve("run.json.new");
            Files.writeString(draft, json);
            Files.move(draft, folder.resolve(RUN), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Failure.couldNotStart("data folder %s cannot be written: %s".formatted(folder, e));
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(RUN));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Run> readRun(Path folder) {
        try {
            var file = Files.readString(folder.resolve(RUN));
            long pid = number(file, "pid");
            return pid == 0
                    ? Optional.empty()
                    : Optional.of(new Run(pid, (int) number(file, "port"), (int) number(file, "mqtt_port")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static long number(String json, String name) {
        var found = Pattern.compile("\"%s\":\\s*(\\d{1,9})".formatted(name)).matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String holder(Path folder) {
        return readRun(folder).map(it -> "process " + it.pid()).orElse("another process that is just starting");
    }
}
