package city.adapter.postgres.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a server's folder to one program at a time. The operating system frees the lock when its holder dies,
/// however it dies. The file holds the holder's process id, for people.
final class FolderLock implements AutoCloseable {
    private static final int LONGEST_PID_DIGITS = 20;

    /// Folders locked by this very process. POSIX drops all of a process's locks on a file when the process closes any
    /// descriptor of it, so a second attempt from within must be turned away before it opens the file.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Takes the lock at once or refuses.
    ///
    /// @throws PostgresStartException when somebody holds it
    static FolderLock take(Path folder) throws IOException {
        var realFolder = folder.toRealPath();
        if (!HELD_HERE.add(realFolder)) {
            throw refused(folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new FolderLock(realFolder, lock(realFolder));
        } catch (IOException | RuntimeException failure) {
            HELD_HERE.remove(realFolder);
            throw failure;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), CREATE, READ, WRITE);
        try {
            if (channel.tryLock() == null) {
                throw refused(folder, holderIn(channel));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static String holderIn(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_PID_DIGITS);
        channel.read(bytes, 0);
        return US_ASCII.decode(bytes.flip()).toString().strip();
    }

    private static PostgresStartException refused(Path folder, String holder) {
        return new PostgresStartException("the folder " + folder + " is in use by process " + holder
                + ": stop that process or choose another data folder");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
