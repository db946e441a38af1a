package city.app.fire.crowd;

import city.app.fire.check.Logged;
import city.app.fire.process.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A `mosquitto_sub` of QoS 1 on everything, which comes back by itself, with a new session, when its broker was away.
public final class Subscriber implements AutoCloseable {
    private static final Pattern EVENT = Pattern.compile(
            "^\\{\"id\":\"([^\"]+)\",\"generation\":\\d+,\"seq\":(\\d+),\"prev_seq\":(\\d+),\"tick\":(\\d+),.*?\"type\":\"([^\"]+)\",\"subject\":\"([^\"]+)\"");

    private final Process process;
    private final List<Logged> heard = new ArrayList<>();

    private Subscriber(Process process) {
        this.process = process;
        Thread.ofVirtual().name("subscriber").start(this::listen);
    }

    /// @param errors what it complains of goes there
    public static Subscriber start(int port, Path errors) {
        var program = Broker.program("mosquitto_sub").orElseThrow().toString();
        try {
            return new Subscriber(new ProcessBuilder(
                            program,
                            "-h",
                            "127.0.0.1",
                            "-p",
                            String.valueOf(port),
                            "-V",
                            "5",
                            "-q",
                            "1",
                            "-t",
                            "#",
                            "-F",
                            "%t %p")
                    .redirectError(errors.toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The public events so far, in the order of arrival.
    public synchronized List<Logged> heard() {
        return List.copyOf(heard);
    }

    /// How many of them there are.
    public synchronized int count() {
        return heard.size();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private void listen() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                event(line).ifPresent(this::add);
            }
        } catch (IOException over) {
            // It was ended.
        }
    }

    private synchronized void add(Logged event) {
        heard.add(event);
    }

    private static Optional<Logged> event(String line) {
        var parts = line.split(" ", 2);
        var payload = parts.length == 2 ? parts[1] : "";
        var event = EVENT.matcher(payload);
        return event.find()
                ? Optional.of(new Logged(
                        Long.parseLong(event.group(2)),
                        event.group(1),
                        Long.parseLong(event.group(4)),
                        event.group(5),
                        parts[0].split("/", 2)[0],
                        event.group(6),
                        Long.parseLong(event.group(3)),
                        Logged.contentOf("{" + payload.substring(event.end()).replaceFirst("^,", ""))))
                : Optional.empty();
    }
}
