package city.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/// How busy the machine was since it was started, and how much of that was this process and the children that it
/// waited for, in the kernel's ticks.
///
/// @param idle of all cores, also while they waited for disks
/// @param own  of the children only those that have ended
record CpuTimes(long busy, long idle, long own) {
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final Path PROCESS = Path.of("/proc/self/stat");

    /// Of the first line of `/proc/stat`: user, nice, system, idle, iowait, irq, softirq, steal. What follows is in
    /// `user` already.
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int IOWAIT = 4;

    /// Of `/proc/self/stat` after the name, which may hold spaces: utime, stime, cutime, cstime.
    private static final int OWN_FROM = 11;

    private static final int OWN_TO = 15;

    /// Empty where the system does not tell.
    static Optional<CpuTimes> now() {
        try {
            var line = Files.readAllLines(MACHINE).getFirst();
            var machine = numbers(line.substring(line.indexOf(' ')).strip(), 0, COLUMNS);
            var process = Files.readString(PROCESS);
            long own = LongStream.of(numbers(process.substring(process.lastIndexOf(')') + 2), OWN_FROM, OWN_TO))
                    .sum();
            long idle = machine[IDLE] + machine[IOWAIT];
            return Optional.of(new CpuTimes(LongStream.of(machine).sum() - idle, idle, own));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// What part of all cores others took until then, in whole percent.
    Optional<Long> percentOfOthersUntil(Optional<CpuTimes> then) {
        return then.map(it -> {
            long others = Math.max(0, it.busy - busy - (it.own - own));
            long all = Math.max(1, it.busy - busy + it.idle - idle);
            return Math.round(100.0 * others / all);
        });
    }

    private static long[] numbers(String words, int from, int to) {
        return Arrays.stream(words.split(" +"), from, to)
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
