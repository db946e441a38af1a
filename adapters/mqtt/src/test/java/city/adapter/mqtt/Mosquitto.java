package city.adapter.mqtt;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The Mosquitto programs of the system's packages, each run as a process of its own.
public final class Mosquitto implements AutoCloseable {
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/sbin"), Path.of("/opt/homebrew/bin"));
    private static final int START_TRIES = 100;

    private final int port;
    private @Nullable Process process;

    private final Optional<Path> folder;

    private Mosquitto(int port, Optional<Path> folder) {
        this.port = port;
        this.folder = folder;
    }

    /// Keeps sessions and what waits for them over a restart.
    public static Mosquitto thatRemembers(Path folder) {
        return new Mosquitto(Ports.free(), Optional.of(folder));
    }

    public static boolean isInstalled() {
        return isThere("mosquitto") && isThere("mosquitto_sub") && isThere("mosquitto_pub");
    }

    public static Path program(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not installed"));
    }

    public static Mosquitto onFreePort() {
        return new Mosquitto(Ports.free(), Optional.empty());
    }

    public URI url() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    public void start() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program("mosquitto").toString()));
        command.addAll(
                folder.isPresent()
                        ? List.of("-c", configuration(folder.get()).toString())
                        : List.of("-p", String.valueOf(port)));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (var each = 0; each < START_TRIES && !listens(); each++) {
            Thread.sleep(50);
        }
    }

    /// The user is who may write the folder; it matters only to root, who would be made somebody else.
    private Path configuration(Path folder) throws IOException {
        return Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence true
                persistence_location %s/
                max_queued_messages 0
                user root
                """.formatted(port, folder));
    }

    public void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private boolean listens() {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isThere(String name) {
        return FOLDERS.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(name)));
    }
}
