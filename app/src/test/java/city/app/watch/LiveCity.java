package city.app.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A city in a process of its own, run from the packed JAR, as its users see it.
public final class LiveCity implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Path data;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();

    private LiveCity(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /// Returns when the city is ready.
    public static LiveCity start(Path data, Map<String, String> environment, String... words) throws Exception {
        var command = new ArrayList<>(List.of("run", "--port", "0", "--mqtt-port", "0", "--data", data.toString()));
        command.addAll(List.of(words));
        var builder = Programs.city(command.toArray(String[]::new));
        builder.environment().putAll(environment);
        builder.redirectOutput(data.resolveSibling(data.getFileName() + ".out").toFile());
        builder.redirectError(data.resolveSibling(data.getFileName() + ".err").toFile());
        var city = new LiveCity(data, builder.start());
        try {
            city.awaitReadiness();
            return city;
        } catch (Exception | AssertionError e) {
            city.close();
            throw e;
        }
    }

    public Path data() {
        return data;
    }

    int httpPort() throws IOException {
        return port("port");
    }

    public int mqttPort() throws IOException {
        return port("mqtt_port");
    }

    public URI url(String path) throws IOException {
        return URI.create("http://127.0.0.1:" + httpPort() + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(url(path)));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    Map<String, Object> read(String path) throws Exception {
        return Json.object(get(path).body());
    }

    /// The ids of the first things of a list.
    public List<String> ids(String path) throws Exception {
        return Json.items(read(path)).stream()
                .map(it -> String.valueOf(it.get("id")))
                .toList();
    }

    /// Whose mind a resident has, as the body of the request says it.
    void setMind(String resident, String settings) throws Exception {
        var set = send(HttpRequest.newBuilder(url("/api/v1/agents/" + resident + "/mind"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(settings)));
        if (set.statusCode() != 200) {
            throw new AssertionError("no other mind: " + set.body());
        }
    }

    /// Somebody means to give one tomorrow at this hour, on a square.
    void planAParty() throws Exception {
        var host = ids("/api/v1/agents?limit=1").getFirst();
        var tomorrow =
                Instant.parse(String.valueOf(read("/api/v1/world").get("time"))).plus(Duration.ofDays(1));
        var square = Json.items(read("/api/v1/world/locations?limit=1000")).stream()
                .filter(it -> "square".equals(it.get("kind")))
                .findFirst()
                .orElseThrow();
        var planned = post("/api/v1/parties", """
                {"host_id": "%s", "name": "Dance", "location_id": "%s", "begins": "%s", "minutes": 60}""".formatted(host, square.get("id"), tomorrow));
        if (planned.statusCode() != 201) {
            throw new AssertionError("no party: " + planned.body());
        }
    }

    /// As a power cut would; its database is then stopped as well.
    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    /// Ends this process only, and the database that it started, when that was left behind.
    @Override
    public void close() throws Exception {
        var children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroy);
        for (var pid : List.copyOf(postmasters())) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    /// The lines of the database's own file: its process first, its port fourth.
    List<String> postmaster() throws IOException {
        var file = data.resolve("pg/data/postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<Long> postmasters() throws IOException {
        return postmaster().stream().limit(1).map(Long::valueOf).toList();
    }

    private int port(String name) throws IOException {
        return (int) Json.object(Files.readString(data.resolve("run.json"))).get(name);
    }

    private void awaitReadiness() throws Exception {
        Programs.await("the city is ready", PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new AssertionError(
                        "the city ended: " + Files.readString(data.resolveSibling(data.getFileName() + ".err")));
            }
            return Files.exists(data.resolve("run.json"))
                    && get("/health/readiness").statusCode() == 200;
        });
    }
}
