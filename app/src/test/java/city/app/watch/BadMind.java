package city.app.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// A mind that does what none should: it answers everything in three ways of which one can be read, and goes away for
/// good when the line is cut.
final class BadMind {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String mind;

    BadMind(URI city, String resident) {
        this.mind = city + "/api/v1/agents/" + resident + "/mind";
    }

    void live() throws InterruptedException {
        try {
            send("PUT", "", "{\"kind\": \"external\", \"threshold\": 0, \"patience\": 24}");
            while (true) {
                var questions = Json.items(Json.object(send("GET", "/questions?wait=20", "")));
                for (var question : questions) {
                    answer(question.get("question"), "{\"type\": \"fly\"}");
                    answer(question.get("question"), "{\"type\": \"rest\", \"minutes\": 10}");
                    answer(question.get("question"), "{\"type\": \"rest\", \"minutes\": 10}");
                }
            }
        } catch (IOException cut) {
            // As its author thought that it would never happen.
        }
    }

    private void answer(Object question, String action) throws IOException, InterruptedException {
        send("POST", "/answers", "{\"question\": %s, \"action\": %s}".formatted(question, action));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(mind + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
