package city.app.fire.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Somebody outside who talks to the city over HTTP. Safe from any thread.
public final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final Duration patience;
    private final String address;

    public Caller(int port) {
        this(port, PATIENCE);
    }

    /// @param patience after which an answer is no longer waited for
    public Caller(int port, Duration patience) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        this.patience = patience;
        this.address = "http://127.0.0.1:%d".formatted(port);
    }

    /// What the city said.
    public record Said(int status, String body) {
        /// The whole number under a name, wherever it stands first.
        public OptionalLong number(String name) {
            var match = Pattern.compile("\"%s\":(-?\\d+)".formatted(name)).matcher(body);
            return match.find() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
        }

        /// The text under a name, wherever it stands first.
        public String text(String name) {
            return texts(name).getFirst();
        }

        public List<Long> numbers(String name) {
            return Pattern.compile("\"%s\":(-?\\d+)".formatted(name))
                    .matcher(body)
                    .results()
                    .map(it -> Long.parseLong(it.group(1)))
                    .toList();
        }

        public List<String> texts(String name) {
            var found = new ArrayList<String>();
            var match = Pattern.compile("\"%s\":\"([^\"]*)\"".formatted(name)).matcher(body);
            while (match.find()) {
                found.add(match.group(1));
            }
            return found;
        }
    }

    public Said get(String path) throws IOException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /// What is not of the API, such as `/health`.
    public Said ask(String path) throws IOException {
        return sendTo(HttpRequest.newBuilder().GET(), path);
    }

    public Said post(String path, String body) throws IOException {
        return post(path, body, Optional.empty());
    }

    public Said post(String path, String body, String key) throws IOException {
        return post(path, body, Optional.of(key));
    }

    public Said put(String path, String body) throws IOException {
        var request = HttpRequest.newBuilder().header("Content-Type", "application/json");
        return send(request.PUT(BodyPublishers.ofString(body)), path);
    }

    public Said delete(String path) throws IOException {
        return send(HttpRequest.newBuilder().DELETE(), path);
    }

    /// All items of a paged list, each page as it was said.
    public List<Said> pages(String path) throws IOException {
        var pages = new ArrayList<Said>();
        var cursor = "";
        do {
            var page = get(path + "?limit=1000" + cursor);
            pages.add(page);
            cursor = page.texts("next").stream()
                    .findFirst()
                    .map(it -> "&cursor=" + it)
                    .orElse("");
        } while (!cursor.isEmpty());
        return pages;
    }

    /// The ids of all residents, which are their accounts' too.
    public List<String> residents() throws IOException {
        var residents = new ArrayList<String>();
        for (var page : pages("/economy/accounts")) {
            var ids = page.texts("id");
            var kinds = page.texts("kind");
            for (int i = 0; i < ids.size(); i++) {
                if (kinds.get(i).equals("resident")) {
                    residents.add(ids.get(i));
                }
            }
        }
        return residents;
    }

    private Said post(String path, String body, Optional<String> key) throws IOException {
        var request = HttpRequest.newBuilder().header("Content-Type", "application/json");
        key.ifPresent(it -> request.header("Idempotency-Key", it));
        return send(request.POST(BodyPublishers.ofString(body)), path);
    }

    private Said send(HttpRequest.Builder request, String path) throws IOException {
        return sendTo(request, "/api/v1" + path);
    }

    private Said sendTo(HttpRequest.Builder request, String path) throws IOException {
        try {
            var answer = http.send(
                    request.uri(URI.create(address + path)).timeout(patience).build(), BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /// A JSON object of texts.
    public static String json(Map<String, String> fields) {
        var parts = new ArrayList<String>();
        fields.forEach((name, value) -> parts.add("\"%s\":\"%s\"".formatted(name, value)));
        return "{" + String.join(",", parts) + "}";
    }
}
