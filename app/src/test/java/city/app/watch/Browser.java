package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Headless Chromium without a graphics processor, driven over its DevTools protocol. It notes what it asks of whom,
/// and
/// everything that it complains about.
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> waiting = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    private Browser(Process process, URI tab) {
        this.process = process;
        this.socket = client.newWebSocketBuilder().buildAsync(tab, new Ear()).join();
    }

    static boolean isInstalled() {
        return NAMES.stream().anyMatch(Programs::isInstalled);
    }

    /// @param profile an empty folder
    static Browser start(Path profile, int width, int height) throws Exception {
        var name = NAMES.stream().filter(Programs::isInstalled).findFirst().orElseThrow();
        var process = new ProcessBuilder(
                        name,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(
                        profile.resolveSibling(profile.getFileName() + ".log").toFile())
                .start();
        try {
            var browser = new Browser(process, tab(profile));
            for (var domain : List.of("Runtime", "Log", "Network", "Page")) {
                browser.send(domain + ".enable", "");
            }
            browser.size(width, height);
            return browser;
        } catch (Exception | AssertionError e) {
            end(process);
            throw e;
        }
    }

    void size(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":%b"
                        .formatted(width, height, width < 500));
    }

    void open(URI page) throws Exception {
        send("Page.navigate", "\"url\":\"%s\"".formatted(page));
    }

    /// The value of a JavaScript expression, which may `await`.
    Object evaluate(String expression) throws Exception {
        var answer = send(
                "Runtime.evaluate",
                "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"%s\""
                        .formatted(escape("(async () => (%s))()".formatted(expression))));
        assertThat(answer).as(expression).doesNotContainKey("exceptionDetails");
        return Optional.ofNullable(Json.object(answer.get("result")).get("value"))
                .orElse("");
    }

    void await(String expression) throws Exception {
        Programs.await(expression, PATIENCE, () -> Boolean.TRUE.equals(evaluate("Boolean(" + expression + ")")));
    }

    void click(double x, double y) throws Exception {
        for (var type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    "\"type\":\"%s\",\"x\":%s,\"y\":%s,\"button\":\"%s\",\"clickCount\":1"
                            .formatted(type, x, y, type.equals("mouseMoved") ? "none" : "left"));
        }
    }

    /// The addresses that were asked for, sockets too.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// Errors on the console, exceptions that nobody caught, and what the browser itself logged as an error.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        client.shutdownNow();
        end(process);
    }

    private static void end(Process process) throws InterruptedException {
        var children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private Map<String, Object> send(String method, String parameters) throws Exception {
        int id = sent.incrementAndGet();
        var answer = new CompletableFuture<Map<String, Object>>();
        waiting.put(id, answer);
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":{%s}}".formatted(id, method, parameters), true)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// The address of the first tab, once the browser has written down its port.
    private static URI tab(Path profile) throws Exception {
        var file = profile.resolve("DevToolsActivePort");
        Programs.await(
                "the browser listens",
                PATIENCE,
                () -> Files.exists(file) && lines(file).count() > 1);
        var list = URI.create("http://127.0.0.1:%s/json/list"
                .formatted(lines(file).findFirst().orElseThrow()));
        try (var client = HttpClient.newHttpClient()) {
            var tabs = client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                    .body();
            return Json.items(Json.object("{\"items\":%s}".formatted(tabs))).stream()
                    .filter(it -> it.get("type").equals("page"))
                    .map(it -> URI.create(String.valueOf(it.get("webSocketDebuggerUrl"))))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /// Hears answers and what happens; of the many messages it reads only those that it knows.
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }

        private void hear(String message) {
            var head = message.substring(0, Math.min(80, message.length()));
            if (head.startsWith("{\"id\":")) {
                var answer = Json.object(message);
                var asker = waiting.remove((int) Json.number(answer, "id"));
                if (asker != null) {
                    asker.complete(Json.object(answer.getOrDefault("result", answer)));
                }
            } else if (head.contains("Network.requestWillBeSent\"")) {
                requests.add(String.valueOf(
                        Json.object(parameters(message).get("request")).get("url")));
            } else if (head.contains("Network.webSocketCreated")) {
                requests.add(String.valueOf(parameters(message).get("url")));
            } else if (head.contains("Runtime.exceptionThrown")
                    || (head.contains("Runtime.consoleAPICalled") && message.contains("\"type\":\"error\""))
                    || (head.contains("Log.entryAdded") && message.contains("\"level\":\"error\""))) {
                complaints.add(message);
            }
        }

        private Map<String, Object> parameters(String message) {
            return Json.object(Json.object(message).get("params"));
        }
    }
}
