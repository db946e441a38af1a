package city.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.PackedCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tree with the launcher and a JAR newer than all sources, in which nothing is built. A space is in its name.
class LauncherIT {
    private static final String REHEARSING = "city: rehearsing a start";
    private static final String FAILED = "city: that failed";
    private static final String CACHE = "-XX:AOTCache=";

    /// A JVM that refuses to rehearse, and tells what it was given.
    private static final String REFUSING = """
            #!/bin/sh
            case "$*" in *AOTCacheOutput*) env; exit 1 ;; esac
            exec "%s/bin/java" "$@"
            """;

    @TempDir
    Path folder;

    private Path tree;
    private Path rehearsal;

    private record Told(String out, String err) {}

    @BeforeEach
    void plantTree() throws IOException {
        tree = folder.resolve("a tree");
        for (var part : List.of("modules/world", "adapters/web", "app")) {
            Files.createDirectories(tree.resolve(part, "src", "main"));
            Files.createFile(tree.resolve(part, "pom.xml"));
        }
        Files.createFile(tree.resolve("pom.xml"));
        var target = Files.createDirectory(tree.resolve("app", "target"));
        var root = PackedCity.JAR.getParent().getParent().getParent();
        Files.copy(root.resolve("city"), tree.resolve("city"));
        Files.copy(PackedCity.JAR, target.resolve("city.jar"));
        rehearsal = target.resolve("rehearsal");
    }

    @Test
    void aStartIsRehearsedOnceAndWhateverBecomesOfItNothingElseIsOnStandardOutput() throws Exception {
        var first = version(Map.of());
        assertThat(first.err).contains(REHEARSING).doesNotContain(FAILED);
        assertThat(first.out.lines()).singleElement().asString().startsWith("city ");
        assertThat(rehearsal.resolve("city.aot")).isNotEmptyFile();
        assertThat(rehearsal.resolve("data")).doesNotExist();

        var second = version(Map.of());
        assertThat(second.err).doesNotContain(REHEARSING).contains(CACHE);
        assertThat(second.out).isEqualTo(first.out);

        var withOptions = version(Map.of("CITY_JAVA_OPTS", "-Xshare:off"));
        assertThat(withOptions.err).doesNotContain(CACHE);
        assertThat(withOptions.out).isEqualTo(first.out);

        Files.write(rehearsal.resolve("city.aot"), new byte[100]);
        var broken = version(Map.of());
        assertThat(broken.err).contains(CACHE);
        assertThat(broken.out).isEqualTo(first.out);
    }

    @Test
    void aRehearsalThatFailsKeepsNoCityFromStartingAndKnowsNoneOfTheUsersSettings() throws Exception {
        var settings = Map.of("JAVA_HOME", refusingJdk().toString(), "CITY_POSTGRES_URL", "postgresql://a.real/city");

        var first = version(settings);
        assertThat(first.err).contains(REHEARSING).contains(FAILED);
        assertThat(first.out).startsWith("city ");
        assertThat(rehearsal.resolve("log")).content().contains("PATH=").doesNotContain("CITY_");

        var second = version(settings);
        assertThat(second.err).doesNotContain(REHEARSING);
        assertThat(second.out).isEqualTo(first.out);
    }

    private Path refusingJdk() throws IOException {
        var real = Path.of(System.getProperty("java.home"));
        var jdk = folder.resolve("jdk");
        var bin = Files.createDirectories(jdk.resolve("bin"));
        Files.copy(real.resolve("release"), jdk.resolve("release"));
        for (var program : List.of("java", "javac")) {
            Files.writeString(bin.resolve(program), REFUSING.formatted(real));
            Files.setPosixFilePermissions(bin.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return jdk;
    }

    /// What the launcher says of `version`, with each of its commands on standard error.
    private Told version(Map<String, String> settings) throws Exception {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder("bash", "-x", tree.resolve("city").toString(), "version")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(it -> it.startsWith("CITY_") || it.endsWith("_OPTIONS"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(settings);
        var process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            return new Told(Files.readString(out), Files.readString(err));
        } finally {
            process.destroy();
        }
    }
}
