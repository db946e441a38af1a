package city.app.bench.child;

import city.app.Failure;
import city.app.wiring.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The city's own JAR as a process, started as the launcher does, on free ports and in a folder of its own. It ends
/// with this object, or with this program.
public final class ChildCity implements AutoCloseable {
    /// What the launcher tells the JVM, {@code CITY_JAVA_OPTS} aside.
    public static final List<String> JVM_OPTIONS = List.of(
            "-XX:MaxRAMPercentage=50",
            "-XX:GCTimeRatio=24",
            "-XX:+UseTransparentHugePages",
            "-Xlog:pagesize=off",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// The founding of the largest city takes a minute or so on a slow machine.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// What all children of a folder said.
    private static final String LOG = "bench.log";

    private static final Pattern STOPPED = Pattern.compile("stopped at tick (\\d+), state");
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Path data;
    private final Process process;
    private final Thread farewell;

    private ChildCity(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.farewell = new Thread(process::destroy, "child-city-stop");
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    /// Returns at once.
    ///
    /// @param more of `run`'s words
    /// @throws Failure when this program was not started from the city's JAR
    public static ChildCity start(Path data, String... more) throws IOException {
        var words = new ArrayList<String>();
        words.add(java().toString());
        words.addAll(JVM_OPTIONS);
        words.addAll(List.of("-jar", jar().toString()));
        words.addAll(List.of("run", "--port", "0", "--mqtt-port", "0", "--data", data.toString()));
        words.addAll(List.of(more));
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve(LOG).toFile()))
                .start();
        return new ChildCity(data, process);
    }

    /// Of the JDK that runs this program, and so the child.
    public static Path java() {
        return Path.of(ProcessHandle.current().info().command().orElseThrow());
    }

    public long pid() {
        return process.pid();
    }

    public Path data() {
        return data;
    }

    /// Where it listens, once it does.
    public CityHttp awaitDoors() throws InterruptedException {
        return new CityHttp(awaitRun().port());
    }

    public int mqttPort() throws InterruptedException {
        return awaitRun().mqttPort();
    }

    /// What the JVM keeps of the machine's memory; its PostgreSQL is a process of its own and not in it.
    public double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                .filter(it -> it.startsWith("VmRSS:"))
                .mapToDouble(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    /// What the JVM has taken of the processors so far.
    public double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /// Waits for an end that was asked for at the start, as by `--ticks`.
    ///
    /// @throws Failure when it is another end than a good one
    public void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE) || process.exitValue() != 0) {
            throw failed("did not end well");
        }
    }

    /// The tick of the last line of one that has ended in good order.
    public long stoppedAt() throws IOException {
        var found = STOPPED.matcher(Files.readString(data.resolve(LOG)));
        long tick = -1;
        while (found.find()) {
            tick = Long.parseLong(found.group(1));
        }
        if (tick < 0) {
            throw failed("did not say where it stopped");
        }
        return tick;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException shuttingDown) {
            // Then it has done its work, or does it now.
        }
    }

    /// What the child said last.
    public Failure failed(String what) {
        return Failure.doesNotHold(
                "the city that was started for the benchmark %s; it said: %s".formatted(what, end()));
    }

    private DataFolder.Run awaitRun() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            var run = DataFolder.findRun(data).filter(it -> it.pid() == process.pid() && it.port() > 0);
            if (run.isPresent()) {
                return run.get();
            }
            Thread.sleep(GLANCE);
        }
        throw failed("did not open its doors");
    }

    private String end() {
        try {
            var lines = Files.readAllLines(data.resolve(LOG));
            return lines.isEmpty() ? "nothing" : lines.getLast();
        } catch (IOException e) {
            return "nothing that can be read";
        }
    }

    private static Path jar() {
        var jar = Path.of(ChildCity.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        if (!Files.isRegularFile(jar)) {
            throw Failure.couldNotStart("this benchmark needs the city's JAR: run it by ./city bench NAME");
        }
        return jar;
    }
}
