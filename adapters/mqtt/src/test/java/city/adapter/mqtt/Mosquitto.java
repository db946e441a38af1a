package city.adapter.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The Mosquitto programs of the system's packages, each run as a process of its own.
public final class Mosquitto implements AutoCloseable {
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/sbin"), Path.of("/opt/homebrew/bin"));
    private static final int START_TRIES = 100;

    private final int port;
    private @Nullable Process process;

    private Mosquitto(int port) {
        this.port = port;
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

    static Mosquitto onFreePort() {
        try (var free = new ServerSocket(0)) {
            return new Mosquitto(free.getLocalPort());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    URI url() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(program("mosquitto").toString(), "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (var each = 0; each < START_TRIES && !listens(); each++) {
            Thread.sleep(50);
        }
    }

    void stop() throws InterruptedException {
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
