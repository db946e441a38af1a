package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Passes a mind's calls on to the city and tells of each, until the line is cut. Serves this machine's
/// programs only: a browser would say whose page it is, which the city must not miss.
final class Relay implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_BYTES = 1 << 20;

    /// The longest wait for a question, and some.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "Idempotency-Key");

    private final URI city;
    private final Consumer<Exchange> examiner;
    private final LongSupplier millis;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private volatile boolean cut;

    private Relay(URI city, int port, Consumer<Exchange> examiner, LongSupplier millis) throws IOException {
        this.city = city;
        this.examiner = examiner;
        this.millis = millis;
        this.server = HttpServer.create(new InetSocketAddress(HOST, port), 0);
    }

    /// @param port 0 for a free one
    /// @throws IOException when the port is taken
    static Relay start(URI city, int port, Consumer<Exchange> examiner, LongSupplier millis) throws IOException {
        var relay = new Relay(city, port, examiner, millis);
        relay.server.setExecutor(relay.threads);
        relay.server.createContext("/", relay::handle);
        relay.server.start();
        return relay;
    }

    URI url() {
        return URI.create("http://%s:%d".formatted(HOST, server.getAddress().getPort()));
    }

    /// Ends every connection, and takes no other.
    void cut() {
        cut = true;
        open.forEach(HttpExchange::close);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        open.add(exchange);
        try (exchange) {
            if (!cut) {
                pass(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(exchange);
        }
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        if (!isAPrograms(exchange)) {
            say(exchange, 403, "text/plain", "for programs on this machine only");
            return;
        }
        var body = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8);
        long began = millis.getAsLong();
        HttpResponse<String> answer = client.send(request(exchange, body), BodyHandlers.ofString());
        if (cut) {
            return;
        }
        examiner.accept(new Exchange(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                body,
                answer.statusCode(),
                answer.body(),
                began,
                millis.getAsLong() - began));
        say(
                exchange,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    private boolean isAPrograms(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var host = String.valueOf(headers.getFirst("Host"));
        int port = server.getAddress().getPort();
        return !headers.containsKey("Origin") && (host.equals(HOST + ":" + port) || host.equals("localhost:" + port));
    }

    private HttpRequest request(HttpExchange exchange, String body) {
        var asked = exchange.getRequestURI();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        var request = HttpRequest.newBuilder(URI.create(city + asked.getRawPath() + query))
                .timeout(PATIENCE)
                .method(
                        exchange.getRequestMethod(),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (var name : PASSED_ON) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }

    private static void say(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
