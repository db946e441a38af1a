package city.app.bench.child;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A few questions to a running city, none of them measured.
public final class CityHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CityHttp(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    /// A body of the API, from a path below `/api/v1`.
    public String get(String path) throws IOException, InterruptedException {
        return ask("/api/v1" + path);
    }

    public void post(String path, String body) throws IOException, InterruptedException {
        change("POST", path, body);
    }

    public void put(String path, String body) throws IOException, InterruptedException {
        change("PUT", path, body);
    }

    private void change(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
    }

    public Exposition metrics() throws IOException, InterruptedException {
        return new Exposition(ask("/prometheus"));
    }

    /// The tick that was last committed.
    public long tick() throws IOException, InterruptedException {
        return Fields.number(get("/world"), "tick");
    }

    private String ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
        return response.body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }
}
