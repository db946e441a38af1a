package city.app.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The image says and holds what it should, and a city lives in it with nothing to write to but its volume.
@Tag("long")
class ImageIT {
    private static final String USER = "10001";
    private static final int MINUTES_TO_LIVE = 5;

    @TempDir
    static Path folder;

    private static Image image;

    @BeforeAll
    static void build() throws Exception {
        image = Image.buildOrSkip(folder);
    }

    @Test
    void itStartsTheCityAsNobodyInParticular() throws Exception {
        var config = image.config().get("config");

        assertThat(config.get("User").asText()).isEqualTo(USER + ":" + USER);
        assertThat(texts(config, "Entrypoint")).containsExactly("java", "-jar", "city.jar");
        assertThat(texts(config, "Cmd")).containsExactly("run");
        assertThat(config.get("WorkingDir").asText()).isEqualTo("/city");
        assertThat(config.get("Volumes").has("/data")).isTrue();
        assertThat(texts(config, "Env"))
                .contains("CITY_DATA=/data")
                .anyMatch(it -> it.startsWith("PATH=/opt/java/bin"));
        assertThat(image.config().get("os").asText()).isEqualTo("linux");
    }

    /// Every blob is what its name says, and every layer what the configuration says.
    @Test
    void itsDigestsAreTrue() throws Exception {
        var manifest = image.manifest();
        assertThat(manifest.get("mediaType").asText()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        assertThat(image.layers()).hasSize(3);
        for (var layer : image.layers()) {
            assertThat(digest(Files.readAllBytes(layer)))
                    .isEqualTo(layer.getFileName().toString());
        }
        var diffs = image.config().get("rootfs").get("diff_ids");
        for (int each = 0; each < 3; each++) {
            try (var plain =
                    new GZIPInputStream(Files.newInputStream(image.layers().get(each)))) {
                assertThat("sha256:" + digest(plain.readAllBytes()))
                        .isEqualTo(diffs.get(each).asText());
            }
        }
        assertThat(image.json("manifest.json").get(0).get("Config").asText())
                .isEqualTo(Image.blob(manifest.get("config")));
    }

    @Test
    void nothingInItGivesRightsToAnybody() throws Exception {
        var files = image.listing();

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files).noneMatch(it -> it.substring(0, 10).matches("...[sS].*|......[sS].*"));
        assertThat(files)
                .filteredOn(it -> !it.startsWith("l") && it.charAt(8) == 'w')
                .singleElement()
                .asString()
                .startsWith("drwxrwxrwt 0/0")
                .endsWith(" ./tmp/");
        assertThat(files)
                .filteredOn(it -> !it.contains(" 0/0 "))
                .singleElement()
                .asString()
                .startsWith("drwx------ " + USER + "/" + USER)
                .endsWith(" ./data/");
        assertThat(files).noneMatch(it -> it.matches(".* \\./(usr/)?s?bin/(su|apt.*|dpkg.*|mount|login|passwd)"));
    }

    @Test
    void theSameInputsGiveTheSameBytes(@TempDir Path again) throws Exception {
        var second = Image.buildOrSkip(again);

        assertThat(digest(Files.readAllBytes(second.archive()))).isEqualTo(digest(Files.readAllBytes(image.archive())));
    }

    /// What an engine does, by the system's own tools: a root file system that cannot be written, the image's user, no
    /// capability, no way to any.
    @Test
    void aCityLivesInItsReadOnlyRoot(@TempDir Path data, @TempDir Path unpacked) throws Exception {
        assumeTrue(isRoot() && mayMount(), "needs root and a mount namespace of its own");
        var rootFolder = image.unpack(unpacked.resolve("root"));
        var volume = Files.createDirectory(data.resolve("volume"));
        Files.setAttribute(volume, "unix:uid", Integer.valueOf(USER));
        Files.setAttribute(volume, "unix:gid", Integer.valueOf(USER));

        var lines = runInside(rootFolder, volume);

        assertThat(lines.getLast()).startsWith("stopped at tick 30, state ");
        assertThat(volume.resolve("pg")).isDirectory();
        assertThat(Files.getAttribute(volume.resolve("pg"), "unix:uid")).isEqualTo(Integer.valueOf(USER));
    }

    private static List<String> runInside(Path rootFolder, Path volume) throws IOException, InterruptedException {
        var output = folder.resolve("inside.txt");
        var process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-euc",
                        INSIDE,
                        "sh",
                        rootFolder.toString(),
                        volume.toString())
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("inside.log").toFile());
        var environment = process.environment();
        environment.clear();
        environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        var running = process.start();
        if (!running.waitFor(MINUTES_TO_LIVE, TimeUnit.MINUTES)) {
            running.destroyForcibly();
        }
        var log = Files.readString(folder.resolve("inside.log"));
        assertThat(running.exitValue()).as(log).isZero();
        return Files.readAllLines(output);
    }

    /// The words are the image's own, with ports and an end of the test's choice.
    private static final String INSIDE = """
            root=$1 volume=$2
            mount --bind "$root" "$root"
            mount -o remount,bind,ro "$root"
            mount -t proc proc "$root/proc"
            mount -t tmpfs -o mode=755 dev "$root/dev"
            for each in null zero random urandom; do
                touch "$root/dev/$each"
                mount --bind "/dev/$each" "$root/dev/$each"
            done
            mkdir "$root/dev/shm"
            mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
            mount --bind "$volume" "$root/data"
            ! touch "$root/city/anything" 2>/dev/null
            export PATH="$PATH:/opt/java/bin" CITY_DATA=/data
            export JDK_JAVA_OPTIONS="-Xmx512m -XX:-UsePerfData"
            exec chroot "$root" /usr/bin/setpriv --reuid 10001 --regid 10001 --clear-groups --no-new-privs \\
                --bounding-set=-all /bin/sh -c 'cd /city && exec java -jar city.jar run "$@"' \\
                sh --port 0 --mqtt-port 0 --speed max --ticks 30
            """;

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static boolean mayMount() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/mnt")
                        .start()
                        .waitFor()
                == 0;
    }

    private static List<String> texts(JsonNode config, String field) {
        return StreamSupport.stream(config.get(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
