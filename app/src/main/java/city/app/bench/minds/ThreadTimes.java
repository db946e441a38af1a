package city.app.bench.minds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Processor time of this process by the names of its threads, as Linux counts it. Virtual threads are on their
/// carriers.
final class ThreadTimes {
    private static final Path TASKS = Path.of("/proc/self/task");

    /// Of a second; what the kernel has told programs since for ever.
    private static final double TICK = 100;

    /// What asks models and writes down what they said runs on virtual threads and on the HTTP client's own. Linux cuts
    /// names to 15 characters.
    private static final List<String> CLIENT =
            List.of("ForkJoinPool-1-", "HttpClient-1-Se", "VirtualThread-u", "Read-Poller", "Write-Poller");

    private ThreadTimes() {}

    /// Seconds of what asks models, and of all else that runs on virtual threads.
    static double clientSeconds() {
        try (var tasks = Files.list(TASKS)) {
            return tasks.mapToDouble(ThreadTimes::secondsOfClient).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Seconds of the whole process.
    static double allSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static double secondsOfClient(Path task) {
        try {
            var stat = Files.readString(task.resolve("stat"));
            var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean isClient = CLIENT.stream().anyMatch(name::startsWith);
            return isClient ? (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICK : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
