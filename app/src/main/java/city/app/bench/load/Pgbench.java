package city.app.bench.load;

import city.app.Failure;
import city.app.bench.child.ChildDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own benchmark, the TPC-B of `pgbench`, against the server that holds the city, in a database of its
/// own.
///
/// @param program of any version: it speaks the same protocol
record Pgbench(Path program, ChildDatabase server) {
    static final String DATABASE = "tpcb";

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /// Among the bundled programs, the distribution's, or on the path; empty when there is none.
    static Optional<Pgbench> find(Path data, ChildDatabase server) throws IOException {
        var folders = new ArrayList<Path>();
        folders.addAll(below(data.resolve("pg")));
        folders.addAll(below(Path.of("/usr/lib/postgresql")).reversed());
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(it -> !it.isEmpty())
                .forEach(it -> folders.add(Path.of(it)));
        return folders.stream()
                .flatMap(it -> Stream.of(it.resolve("pgbench"), it.resolve("bin/pgbench")))
                .filter(Files::isExecutable)
                .findFirst()
                .map(it -> new Pgbench(it, server));
    }

    /// @param scale at least the number of clients, or they wait for each other's branch
    void fill(int scale) throws Exception {
        try (var connection = server.connect("city");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        run("-i", "-q", "-s", "" + scale);
        try (var connection = server.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /// Transactions a second.
    double run(int clients, int seconds) throws IOException, InterruptedException {
        var said = run("-n", "-c", "" + clients, "-j", "2", "-T", "" + seconds);
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw Failure.doesNotHold("pgbench told no rate: " + said.strip());
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(program.toString(), "-h", "127.0.0.1", "-p", "" + server.port(), "-U"));
        words.add(ChildDatabase.USER);
        words.addAll(List.of(more));
        words.add(DATABASE);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.password());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw Failure.doesNotHold("pgbench failed: " + said.strip());
        }
        return said;
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
