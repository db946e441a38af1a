package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Asks by long poll.
final class HttpWire implements Wire {
    private static final int PAUSE_MILLIS = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Address address;
    private long last;

    HttpWire(Address address) {
        this.address = address;
    }

    /// Whose mind the resident has, as the body says it.
    void set(String mind) throws IOException, InterruptedException {
        send("PUT", "", mind);
    }

    @Override
    public long question() throws IOException, InterruptedException {
        while (true) {
            var page = Words.read(send("GET", "/questions?wait=20", "").getBytes(UTF_8));
            long question = page.path("items").path(0).path("question").asLong();
            if (question > last) {
                last = question;
                return question;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void answer(String words) throws IOException, InterruptedException {
        send("POST", "/answers", words);
    }

    @Override
    public void look() throws IOException, InterruptedException {
        send("GET", "/questions", "");
    }

    @Override
    public void misbehave() throws IOException, InterruptedException {
        answer("so what");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var url = "%s/api/v1/agents/%s/mind%s".formatted(address.http(), address.agent(), path);
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!address.token().isEmpty()) {
            request.header("Authorization", "Bearer " + address.token());
        }
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
