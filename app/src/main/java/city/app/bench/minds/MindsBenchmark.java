package city.app.bench.minds;

import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import city.app.bench.child.ChildCity;
import city.app.bench.child.ChildDatabase;
import city.app.bench.child.CityHttp;
import city.app.bench.child.Exposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A city in which every resident asks a model whenever it decides, beside the same city before. The model is a stub
/// of 200 ms in this process, so its own processor time is not the city's.
public final class MindsBenchmark implements Benchmark {
    private static final int RESIDENTS = 10_000;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 45;
    private static final int SETTERS = 16;

    private static final String MINDS = """
            deadline_ms: 500
            max_concurrent: 2000
            memories: 0
            night: {enabled: false}
            providers:
              - name: stub
                kind: openai_compatible
                url: %s
                model: stub
                max_concurrent: 1000
                calls_per_minute: 1000000
                answer_timeout_ms: 6000
            """;

    private static final String THINKS = "{\"kind\": \"model\", \"threshold\": 0, \"patience\": 3}";

    /// What the pipeline adds to the model's own time, of answers that were in time.
    private static final String ADDED = """
            SELECT total_ms - reason::float8
              FROM agents.thoughts
             WHERE tick > ? AND outcome = 'FOLLOWED'
            """;

    private static final String ALL = "SELECT total_ms FROM agents.thoughts WHERE tick > ?";

    private static final String IDS = "SELECT id::text FROM agents.agents WHERE status_code <> 3";

    @Override
    public String name() {
        return "minds-" + RESIDENTS;
    }

    @Override
    public String about() {
        return "every decision of %d residents by a stub model of 200 ms, 1 tick/s; takes 5 minutes"
                .formatted(RESIDENTS);
    }

    @Override
    public List<Figures> run() throws Exception {
        try (var folder = new TemporaryFolder();
                var stub = StubModel.start();
                var city = start(folder.path(), stub)) {
            var http = city.awaitDoors();
            Thread.sleep(WARM_UP_SECONDS * 1000L);
            var without = watch(city, http);
            letThink(http, ChildDatabase.of(folder.path()));
            Thread.sleep(WARM_UP_SECONDS * 1000L);
            long from = http.tick();
            var with = watch(city, http);
            var figures = new ArrayList<>(figures(folder.path(), from, without, with));
            stub.hang();
            Thread.sleep(10_000);
            var hung = watch(city, http);
            figures.add(one("minds.tick-hung", "ms", hung.tickMillis()));
            return figures;
        }
    }

    private static ChildCity start(Path folder, StubModel stub) throws IOException {
        var minds = Files.writeString(folder.resolve("minds.yml"), MINDS.formatted(stub.url()));
        return ChildCity.start(folder, "--scenario", "metropolis", "--seed", "7", "--minds", minds.toString());
    }

    /// A minute of the city.
    ///
    /// @param tickMillis mean, with all that was committed meanwhile
    private record Minute(double ticks, double tickMillis, double processorSeconds, double settled) {}

    private static Minute watch(ChildCity city, CityHttp http) throws Exception {
        var before = http.metrics();
        double processor = city.processorSeconds();
        Thread.sleep(SECONDS * 1000L);
        var after = http.metrics();
        double ticks = after.sum("city_tick_number", "") - before.sum("city_tick_number", "");
        double seconds = seconds(after) - seconds(before);
        double asked =
                after.sum("city_mind_decision_seconds_count", "") - before.sum("city_mind_decision_seconds_count", "");
        return new Minute(ticks, 1000 * seconds / ticks, city.processorSeconds() - processor, asked);
    }

    private static double seconds(Exposition metrics) {
        return metrics.sum("city_tick_seconds_sum", "phase=\"all\"") + metrics.sum("city_commit_seconds_sum", "");
    }

    private static void letThink(CityHttp http, ChildDatabase database) throws Exception {
        var ids = ids(database);
        try (var executor = Executors.newFixedThreadPool(SETTERS)) {
            var done = new ArrayList<Future<?>>();
            for (var id : ids) {
                done.add(executor.submit(() -> {
                    http.put("/agents/" + id + "/mind", THINKS);
                    return id;
                }));
            }
            for (var each : done) {
                each.get();
            }
        }
    }

    private List<Figures> figures(Path folder, long from, Minute without, Minute with) throws Exception {
        var database = ChildDatabase.of(folder);
        var added = samples(database, ADDED, from);
        var all = samples(database, ALL, from);
        double late = 0;
        for (double millis : all) {
            late += millis > 500 ? 1 : 0;
        }
        return List.of(
                Figures.of("minds.added", "ms", added, params()),
                Figures.of("minds.decision", "ms", all, params()),
                one("minds.rate", "1/s", with.settled() / SECONDS),
                one("minds.beyond-500-ms", "%", 100 * late / all.length),
                one("minds.cpu", "us", 1e6 * (with.processorSeconds() - without.processorSeconds()) / with.settled()),
                one("minds.tick-without", "ms", without.tickMillis()),
                one("minds.tick-with", "ms", with.tickMillis()));
    }

    private static Map<String, Object> params() {
        return Map.of("residents", RESIDENTS, "seconds", SECONDS);
    }

    private static Figures one(String name, String unit, double value) {
        return Figures.of(name, unit, new double[] {value}, params());
    }

    private static double[] samples(ChildDatabase database, String sql, long from) throws SQLException {
        try (var connection = database.connect("city");
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, from);
            try (var rows = statement.executeQuery()) {
                var samples = new ArrayList<Double>();
                while (rows.next()) {
                    samples.add(rows.getDouble(1));
                }
                return samples.stream().mapToDouble(it -> it).toArray();
            }
        }
    }

    private static List<String> ids(ChildDatabase database) throws SQLException {
        try (var connection = database.connect("city");
                var statement = connection.prepareStatement(IDS);
                var rows = statement.executeQuery()) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }
}
