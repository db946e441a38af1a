package city.app.bench;

import city.app.Failure;
import city.app.bench.load.BroadcastBenchmark;
import city.app.bench.load.HttpTransferBenchmark;
import city.app.bench.load.LargeStartBenchmark;
import city.app.bench.micro.MicroBenchmarks;
import city.app.bench.minds.MindsBenchmark;
import city.app.bench.minds.MindsHeapBenchmark;
import city.app.bench.minds.MindsHungBenchmark;
import city.app.bench.soak.SoakBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All benchmarks, by name.
public final class Suite {
    private static final String OTHERS = "others_cpu_percent";

    private static final List<Benchmark> WHOLE = List.of(
            new TickBenchmark("town", 200),
            new TickBenchmark("town", 2_000),
            new TickBenchmark("metropolis", 10_000),
            new TickBenchmark("megacity", 100_000),
            new CrowdBenchmark(),
            new TransferBenchmark(1),
            new TransferBenchmark(64),
            new StartBenchmark(),
            new RecallBenchmark(100),
            new RecallBenchmark(1_000),
            new HttpTransferBenchmark(64),
            new BroadcastBenchmark(10_000));

    /// What takes too long, or too much room, for a run of all: each is run by its name only.
    private static final List<Benchmark> BY_NAME = List.of(
            SoakBenchmark.asConfigured(),
            new LargeStartBenchmark(),
            new RecallBenchmark(10_000),
            MindsBenchmark.asConfigured(),
            new MindsHungBenchmark(),
            MindsHeapBenchmark.asConfigured());

    private static final List<Benchmark> ALL =
            Stream.concat(WHOLE.stream(), MicroBenchmarks.ALL.stream()).toList();

    private Suite() {}

    public static void list(PrintWriter out) {
        ALL.forEach(it -> out.printf("%-18s %s%n", it.name(), it.about()));
        out.println();
        out.println("By name only:");
        BY_NAME.forEach(it -> out.printf("%-18s %s%n", it.name(), it.about()));
    }

    /// @param name of one benchmark; empty for all
    /// @param json where to write the figures as JSON, after each benchmark, as a later one may fail
    /// @throws Failure when there is none of that name, or one cannot be run
    public static void run(Optional<String> name, Optional<Path> json, PrintWriter out) {
        var chosen = chosen(name);
        if (chosen.isEmpty()) {
            throw Failure.wrongUsage("there is no benchmark '%s'; bench --list names them".formatted(name.orElse("")));
        }
        var all = new ArrayList<Figures>();
        json.ifPresent(it -> write(all, it));
        out.println(Figures.header());
        for (var benchmark : chosen) {
            var figures = figures(benchmark, out);
            figures.forEach(it -> out.println(it.row()));
            out.flush();
            all.addAll(figures);
            json.ifPresent(it -> write(all, it));
        }
    }

    private static List<Benchmark> chosen(Optional<String> name) {
        return name.isEmpty()
                ? ALL
                : Stream.concat(ALL.stream(), BY_NAME.stream())
                        .filter(it -> it.name().equals(name.get()))
                        .toList();
    }

    /// Each says what part of the machine others took while it ran: a figure that they may have spoilt shows it.
    private static List<Figures> figures(Benchmark benchmark, PrintWriter out) {
        try {
            var before = CpuTimes.now();
            var figures = benchmark.run(out);
            var others = before.flatMap(it -> it.percentOfOthersUntil(CpuTimes.now()));
            return others.map(it ->
                            figures.stream().map(each -> each.with(OTHERS, it)).toList())
                    .orElse(figures);
        } catch (Failure e) {
            throw e;
        } catch (Exception e) {
            throw Failure.doesNotHold("benchmark %s failed: %s".formatted(benchmark.name(), e));
        }
    }

    private static void write(List<Figures> figures, Path file) {
        try {
            Files.writeString(
                    file, figures.stream().map(Figures::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        } catch (IOException e) {
            throw Failure.couldNotStart("%s cannot be written: %s".formatted(file, e));
        }
    }
}
