package city.app.doctor;

import city.app.doctor.Finding.Level;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the city needs of the machine: Java, memory, tools, a clock.
final class Machine {
    private static final int OLDEST_JAVA = 25;
    private static final long MB = 1 << 20;

    /// A village takes some 150 MB of heap, and a city of 10,000 about 700.
    private static final long LITTLE_HEAP = 400 * MB;

    /// No city was run before this program was written.
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    /// A file that is newer than this says that the clock was set back.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private Machine() {}

    static List<Finding> look(Path data) {
        var findings = new ArrayList<Finding>(List.of(java(), memory(), clock(data)));
        if (isRoot()) {
            findings.add(tool(
                    Level.FAIL,
                    List.of("unshare", "-U", "true"),
                    "PostgreSQL does not run as root: run the city as another user or set CITY_POSTGRES_URL"));
        }
        findings.add(tool(
                Level.WARN,
                List.of("setpriv", "--pdeathsig", "INT", "true"),
                "install util-linux, or a city that is killed leaves its PostgreSQL to the next start"));
        return findings;
    }

    private static Finding java() {
        var version = Runtime.version();
        var found = "%s in %s".formatted(version, System.getProperty("java.home"));
        return version.feature() >= OLDEST_JAVA
                ? Finding.ok("java", found)
                : Finding.fail("java", found, "run it with Java %d or later".formatted(OLDEST_JAVA));
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory();
        var found = "%d MB for Java's heap%s".formatted(heap / MB, ofTheMachines());
        return heap >= LITTLE_HEAP
                ? Finding.ok("memory", found)
                : Finding.warn("memory", found, "enough for a village; give more by CITY_JAVA_OPTS=-Xmx2g");
    }

    private static String ofTheMachines() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? " of the machine's " + system.getTotalMemorySize() / MB
                : "";
    }

    /// Deadlines, keys of idempotency and certificates trust the wall's clock.
    private static Finding clock(Path data) {
        var now = Instant.now();
        if (now.isBefore(LONG_AGO)) {
            return Finding.fail("clock", now + " is long past", "set the machine's clock");
        }
        var newest = newest(data);
        return newest.isAfter(now.plus(SKEW))
                ? Finding.warn(
                        "clock", "%s, but the data folder was written at %s".formatted(now, newest), "set the clock")
                : Finding.ok("clock", now.toString());
    }

    private static Instant newest(Path data) {
        try {
            var run = data.resolve("lock");
            return Files.exists(run) ? Files.getLastModifiedTime(run).toInstant() : Instant.EPOCH;
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static Finding tool(Level otherwise, List<String> words, String advice) {
        var name = words.getFirst();
        return works(words)
                ? Finding.ok(name, "works")
                : new Finding(otherwise, name, "%s does not work here".formatted(String.join(" ", words)), advice);
    }

    private static boolean works(List<String> words) {
        try {
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
