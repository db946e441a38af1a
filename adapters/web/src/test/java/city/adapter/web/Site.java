package city.adapter.web;

import city.adapter.web.description.AsyncApi;
import city.agents.MindReport;
import city.agents.spi.OutsideLimits;
import city.agents.spi.Speakers;
import city.agents.testing.RememberedThoughts;
import city.world.ResidentId;
import city.world.kernel.access.Past;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A server on the test city, and a client to ask it.
final class Site implements AutoCloseable {
    final FakeKernel kernel = new FakeKernel();
    final TestCity city = new TestCity();
    final RememberedThoughts thoughts = new RememberedThoughts();
    final HttpClient client = HttpClient.newHttpClient();
    final WebServer server;

    /// Changed by a test to demand tokens.
    volatile Speakers speakers = Speakers.ALL;

    /// Changed by a test to hold programs to a deadline.
    volatile Optional<Duration> deadline = Optional.empty();

    /// Changed by a test to let models think.
    volatile MindReport minds = new MindReport(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    /// Changed by a test to show earlier ticks.
    volatile Past past = tick -> {
        throw new Past.NotKept("no past in this test: " + tick);
    };

    /// What the city was told of programs' answers.
    final Queue<String> answers = new ConcurrentLinkedQueue<>();

    final TestMemories memories = new TestMemories();

    Site() {
        this(true);
    }

    private Site(boolean remembers) {
        var lives = new TestLives();
        var town = new QuietTown();
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        server = WebServer.prepare(WebSettings.local(0, "0.1.0-test"), meters)
                .open(new WebPorts(
                        kernel,
                        tick -> past.at(tick),
                        city,
                        lives,
                        city,
                        town,
                        city,
                        lives,
                        new TestParties(),
                        city,
                        town,
                        thoughts,
                        (_, question, action, result) -> answers.add("%d %s: %s"
                                .formatted(
                                        question,
                                        action.wireName(),
                                        result.getClass().getSimpleName())),
                        limits(),
                        () -> minds,
                        remembers ? Optional.of(memories) : Optional.empty(),
                        (resident, token) -> speakers.standing(resident, token),
                        new AsyncApi("")));
    }

    private OutsideLimits limits() {
        return new OutsideLimits() {
            @Override
            public Optional<Duration> deadline() {
                return deadline;
            }

            @Override
            public Optional<String> refuse(ResidentId resident) {
                return Optional.empty();
            }
        };
    }

    static Site withoutMemory() {
        return new Site(false);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return send("POST", path, json, headers);
    }

    HttpResponse<String> send(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, json, headers), BodyHandlers.ofString());
    }

    HttpRequest request(String method, String path, String json, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (json.isEmpty()) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        if (!String.join(",", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, BodyPublishers.ofString(json)).build();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    static Json json(HttpResponse<String> response) throws IOException {
        return Json.of(response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
    }
}
