package city.app.bench.minds;

import city.app.bench.minds.Answers.Own;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The JDK's HTTP client and nothing else, against the same stub at the same rate, with a body as long as the city's
/// prompts: what any program would add to the model's own time on this machine.
final class BareClient {
    /// The model's answers that the city would wait for, too.
    private static final double DEADLINE_MILLIS = 500;

    private BareClient() {}

    /// @param bytes of the body
    /// @return milliseconds that were not the model's, of each answer in time
    static double[] added(String url, int bytes, int perSecond, int seconds) throws InterruptedException {
        var added = new ConcurrentLinkedQueue<Double>();
        var request = HttpRequest.newBuilder(URI.create(url + "/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("x".repeat(bytes)))
                .build();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(workers)
                        .build();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < perSecond * seconds; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                ask(client, request, due, callers, added);
            }
        }
        return List.copyOf(added).stream().mapToDouble(it -> it).toArray();
    }

    private static void ask(
            HttpClient client,
            HttpRequest request,
            long due,
            ExecutorService callers,
            ConcurrentLinkedQueue<Double> added) {
        callers.execute(() -> {
            try {
                var reply = client.send(request, BodyHandlers.ofString()).body();
                double millis = (System.nanoTime() - due) / 1e6;
                if (millis <= DEADLINE_MILLIS) {
                    added.add(millis - Own.of(reply.replace("\\", "")).millis());
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("the stub model does not answer", e);
            }
        });
    }
}
