package city.adapter.postgres.embedded;

import city.adapter.postgres.embedded.files.BundledBinaries;
import city.adapter.postgres.embedded.files.Folders;
import city.adapter.postgres.embedded.files.ServerBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Which PostgreSQL the tests run on. Ours by default, unpacked once a module under `target`; with the system property
/// or environment variable `CITY_TEST_POSTGRES=system` the oldest one that the system has under `/usr/lib/postgresql`.
public final class BinariesForTests {
    private static final Path SYSTEM = Path.of("/usr/lib/postgresql");

    private BinariesForTests() {}

    public static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(folder, _ -> chosen());
    }

    static boolean areTheSystems() {
        var asked = System.getProperty("CITY_TEST_POSTGRES", System.getenv().getOrDefault("CITY_TEST_POSTGRES", ""));
        return asked.equals("system");
    }

    static ServerBinaries chosen() throws IOException {
        return areTheSystems() ? oldestOfTheSystem() : BundledBinaries.unpackInto(folder());
    }

    /// A folder of this module's build.
    static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "postgres-for-tests").toAbsolutePath());
    }

    private static ServerBinaries oldestOfTheSystem() throws IOException {
        return Folders.entriesOf(SYSTEM).stream()
                .map(folder -> new ServerBinaries(folder.resolve("bin"), majorOf(folder)))
                .min(Comparator.comparingInt(ServerBinaries::major))
                .orElseThrow(() -> new IllegalStateException("no PostgreSQL in " + SYSTEM));
    }

    private static int majorOf(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }
}
