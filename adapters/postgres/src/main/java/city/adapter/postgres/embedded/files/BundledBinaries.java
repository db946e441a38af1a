package city.adapter.postgres.embedded.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import city.adapter.postgres.embedded.PostgresStartException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL that this program carries in its JAR. It is unpacked once a folder, about 60 MB, by plain Java,
/// because small container images have no `xz`.
public final class BundledBinaries {
    /// The version of the binaries' artifact; a test compares it with what the server says.
    public static final String VERSION = "18.6.0";

    private static final int MAJOR = 18;
    private static final String HOME_PREFIX = "bin-";
    private static final String UNPACKING_PREFIX = "unpacking-";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private BundledBinaries() {}

    /// Unpacks into `folder` unless that is done already. What is there is whole: it is unpacked beside its place,
    /// forced to disk and renamed. Two programs may do so at the same time.
    public static ServerBinaries unpackInto(Path folder) throws IOException {
        var home = folder.resolve(HOME_PREFIX + VERSION);
        if (!Files.isDirectory(home)) {
            unpack(folder, home);
        }
        return new ServerBinaries(home.resolve("bin"), MAJOR);
    }

    /// Deletes other versions and what an interrupted unpacking left. The caller must hold the folder's lock.
    public static void sweep(Path folder) throws IOException {
        for (var entry : Folders.entriesOf(folder)) {
            var name = entry.getFileName().toString();
            var isOther = name.startsWith(HOME_PREFIX) && !name.equals(HOME_PREFIX + VERSION);
            if (isOther || name.startsWith(UNPACKING_PREFIX)) {
                Folders.delete(entry);
            }
        }
    }

    private static void unpack(Path folder, Path home) throws IOException {
        var unpacking = Files.createTempDirectory(folder, UNPACKING_PREFIX);
        try (var archive = open();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unpacking);
            }
        }
        forceToDisk(unpacking);
        try {
            Folders.publish(unpacking, home);
        } catch (IOException failure) {
            Folders.delete(unpacking);
            if (!Files.isDirectory(home)) {
                throw failure;
            }
        }
    }

    private static InputStream open() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var archive = BundledBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new PostgresStartException("this build carries no PostgreSQL for this machine (" + name.substring(1)
                    + "): set CITY_POSTGRES_URL to a PostgreSQL 15 or later");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        var name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        var target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("archive entry must stay in its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// After all is written and not file by file, so that the file system commits once and not a thousand times.
    private static void forceToDisk(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.filter(BundledBinaries::isOwnFile).toList()) {
                try (var channel = FileChannel.open(file, WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private static boolean isOwnFile(Path file) {
        return Files.isRegularFile(file, NOFOLLOW_LINKS);
    }
}
