package city.app.fire.process;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The Redis server of the system's packages, as a process of its own that keeps nothing on the disk.
public final class Redis implements AutoCloseable {
    private static final List<Path> PROGRAMS = List.of(
            Path.of("/usr/bin/redis-server"),
            Path.of("/usr/local/bin/redis-server"),
            Path.of("/opt/homebrew/bin/redis-server"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private Process process;

    private Redis(int port) {
        this.port = port;
        this.process = launch(port);
    }

    public static boolean isInstalled() {
        return PROGRAMS.stream().anyMatch(Files::isExecutable);
    }

    /// Returns when it answers.
    public static Redis start() throws IOException {
        var server = new Redis(Broker.freePort());
        server.awaitAnswer();
        return server;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /// Over a connection of its own.
    public <T> T ask(Function<RedisCommands<String, String>, T> question) {
        var client = RedisClient.create(url());
        try (var connection = client.connect()) {
            return question.apply(connection.sync());
        } finally {
            client.shutdown(0, 2, TimeUnit.SECONDS);
        }
    }

    /// As a power cut would. Then it comes back on the same port, with nothing in it.
    public void killAndStartAgain() {
        close();
        process = launch(port);
        awaitAnswer();
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("redis-server does not answer");
            }
            Run.rest(Duration.ofMillis(50));
        }
    }

    private boolean answers() {
        try {
            return ask(RedisCommands::ping).equals("PONG");
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private static Process launch(int port) {
        var program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        try {
            return new ProcessBuilder(
                            program.toString(),
                            "--port",
                            String.valueOf(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no")
                    .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
