package city.app.fire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Mosquitto of a test's own. It forgets everything when it ends and comes back on the same port. For one thread.
public final class Broker implements AutoCloseable {
    private static final int STARTS = 200;
    private static final Duration GLANCE = Duration.ofMillis(25);

    /// Below those that the system gives to outgoing connections, which could take one while the broker is away.
    private static final int LOWEST_PORT = 15_000;

    private static final int HIGHEST_PORT = 32_000;

    private final Path log;
    private final int port = freePort();
    private Process process;

    private Broker(Path log) {
        this.log = log;
        this.process = run();
    }

    public static boolean isInstalled() {
        return program("mosquitto").isPresent() && program("mosquitto_sub").isPresent();
    }

    /// @param log what it says goes there
    public static Broker start(Path log) {
        var broker = new Broker(log);
        broker.awaitListening();
        return broker;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public void stop() {
        process.destroy();
        awaitEnd();
    }

    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    public void startAgain() {
        process = run();
        awaitListening();
    }

    @Override
    public void close() {
        kill();
    }

    /// A port on which nobody listens and that the system does not give away by itself.
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                Thread.onSpinWait();
            }
        }
    }

    /// Where a program is, among the usual folders.
    public static Optional<Path> program(String name) {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Process run() {
        try {
            return new ProcessBuilder(program("mosquitto").orElseThrow().toString(), "-p", String.valueOf(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitListening() {
        for (int attempt = 0; attempt < STARTS; attempt++) {
            try (var probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException notYet) {
                Run.rest(GLANCE);
            }
        }
        throw new AssertionError("mosquitto does not listen on port " + port);
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("mosquitto has not ended");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
