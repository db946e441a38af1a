package city.app.bench;

import city.app.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The whole process from its start to its first committed tick, with HTTP and MQTT: in an empty folder, and again; and
/// what it keeps resident after a minute's worth of ticks.
record StartBenchmark() implements Benchmark {
    private static final int RUNS = 3;
    private static final int TICKS_BEFORE_RSS = 60;
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "process start to the first committed tick, first and second time, and resident memory";
    }

    @Override
    public List<Figures> run() throws Exception {
        var first = new double[RUNS];
        var second = new double[RUNS];
        var memory = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            try (var folder = new TemporaryFolder()) {
                first[run] = untilTick(folder.path(), 1);
                second[run] = untilTick(folder.path(), 2);
                memory[run] = residentMegabytes(folder.path());
            }
        }
        var params = Map.<String, Object>of("scenario", "default");
        return List.of(
                Figures.of("start.first", "s", first, params),
                Figures.of("start.second", "s", second, params),
                Figures.of("start.rss", "MB", memory, params));
    }

    private static double untilTick(Path data, int tick) throws Exception {
        long start = System.nanoTime();
        var process = city(data, "--ticks", "" + tick, "--speed", "max");
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw Failure.doesNotHold("the city that was started for the benchmark did not reach tick " + tick);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double residentMegabytes(Path data) throws Exception {
        var process = city(data, "--speed", "20");
        try {
            TimeUnit.SECONDS.sleep(10 + TICKS_BEFORE_RSS / 20);
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                    .filter(it -> it.startsWith("VmRSS:"))
                    .mapToDouble(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElseThrow();
        } finally {
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Process city(Path data, String... more) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var jar = Path.of(StartBenchmark.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        if (!Files.isRegularFile(jar)) {
            throw Failure.couldNotStart("the start benchmark needs the city's JAR: run it by ./city bench start");
        }
        var words = new ArrayList<>(List.of(
                java,
                "-XX:MaxRAMPercentage=50",
                "-XX:+UseCompactObjectHeaders",
                "-jar",
                jar.toString(),
                "run",
                "--port",
                "0",
                "--mqtt-port",
                "0",
                "--data",
                data.toString()));
        words.addAll(List.of(more));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("bench.log").toFile())
                .start();
    }
}
