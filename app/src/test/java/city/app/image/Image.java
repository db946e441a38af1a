package city.app.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.PackedCity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/// An image built by the project's own script from the JAR under test.
final class Image {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CANNOT = 3;
    private static final int MINUTES_TO_BUILD = 10;

    private final Path archive;
    private final Path layout;

    private Image(Path archive, Path layout) {
        this.archive = archive;
        this.layout = layout;
    }

    /// Skips the test where the image cannot be built, as on another system than Debian.
    static Image buildOrSkip(Path folder) throws IOException, InterruptedException {
        return build(
                folder, (exitCode, said) -> assumeTrue(exitCode != CANNOT, "the image cannot be built here: " + said));
    }

    /// Fails there, for whoever asks for containers wants to know.
    static Image build(Path folder) throws IOException, InterruptedException {
        return build(folder, Image::requireBuilt);
    }

    static void requireBuilt(int exitCode, String said) {
        assertThat(exitCode)
                .as(
                        "the image cannot be built here, so nothing of it is tested; run ./city test --containers on Debian or"
                                + " Ubuntu, or leave --containers out: " + said)
                .isNotEqualTo(CANNOT);
    }

    private static Image build(Path folder, BiConsumer<Integer, String> check)
            throws IOException, InterruptedException {
        var script = root().resolve("deploy/image.sh");
        var archive = folder.resolve("city-image.tar");
        var log = folder.resolve("build.log");
        var words = List.of(
                script.toString(),
                "--jar",
                PackedCity.JAR.toString(),
                "--work",
                folder.resolve("work").toString(),
                "--output",
                archive.toString());
        int exitCode = run(words, log, MINUTES_TO_BUILD);
        check.accept(exitCode, read(log));
        assertThat(exitCode).as(read(log)).isZero();
        var layout = Files.createDirectories(folder.resolve("layout"));
        requireRun("tar", "--extract", "--file", archive.toString(), "--directory", layout.toString());
        return new Image(archive, layout);
    }

    Path archive() {
        return archive;
    }

    JsonNode json(String file) throws IOException {
        return JSON.readTree(layout.resolve(file).toFile());
    }

    JsonNode manifest() throws IOException {
        return json(blob(json("index.json").get("manifests").get(0)));
    }

    JsonNode config() throws IOException {
        return json(blob(manifest().get("config")));
    }

    /// The compressed layers, the lowest first.
    List<Path> layers() throws IOException {
        return StreamSupport.stream(manifest().get("layers").spliterator(), false)
                .map(it -> layout.resolve(blob(it)))
                .toList();
    }

    /// Every file of every layer, as `tar` shows it: mode, owner and name.
    List<String> listing() throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (var layer : layers()) {
            var log = Files.createTempFile(layout, "listing", ".txt");
            var words = List.of("tar", "--list", "--verbose", "--gzip", "--numeric-owner", "--file", layer.toString());
            assertThat(run(words, log, 1)).isZero();
            lines.addAll(Files.readAllLines(log));
        }
        return lines;
    }

    /// As a container engine would: the layers one over the other, with their owners.
    Path unpack(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (var layer : layers()) {
            requireRun(
                    "tar",
                    "--extract",
                    "--gzip",
                    "--same-owner",
                    "--same-permissions",
                    "--numeric-owner",
                    "--file",
                    layer.toString(),
                    "--directory",
                    folder.toString());
        }
        return folder;
    }

    static String blob(JsonNode descriptor) {
        return "blobs/" + descriptor.get("digest").asText().replace(':', '/');
    }

    static Path root() {
        return PackedCity.JAR.getParent().getParent().getParent();
    }

    private static void requireRun(String... words) throws IOException, InterruptedException {
        var log = Files.createTempFile("image", ".log");
        assertThat(run(List.of(words), log, 2)).as(read(log)).isZero();
        Files.delete(log);
    }

    private static int run(List<String> words, Path log, int minutes) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(words.getFirst() + " takes too long: " + read(log));
        }
        return process.exitValue();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
