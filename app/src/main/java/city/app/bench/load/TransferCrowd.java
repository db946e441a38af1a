package city.app.bench.load;

import city.app.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that each wait for the acknowledgement of one keyed transfer before they send the next, over HTTP.
///
/// @param accounts that have money; each transfer takes a cent a place further
record TransferCrowd(int port, List<String> accounts) {
    private static final int CREATED = 201;

    /// @param millis from the first byte sent to the answer read, of each transfer
    record Result(double perSecond, List<Double> millis) {}

    /// @param run in the keys, which must be new
    Result send(int clients, double seconds, String run) throws Exception {
        long start = System.nanoTime();
        long until = start + (long) (seconds * 1e9);
        var millis = new ArrayList<Double>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Future<List<Double>>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                sending.add(executor.submit(() -> send(number, until, run)));
            }
            for (var client : sending) {
                millis.addAll(client.get());
            }
        }
        return new Result(millis.size() / ((System.nanoTime() - start) / 1e9), millis);
    }

    private List<Double> send(int client, long until, String run) throws Exception {
        var millis = new ArrayList<Double>();
        try (var http = new LeanClient(port)) {
            for (int n = 0; System.nanoTime() < until; n++) {
                var from = accounts.get((client + n) % accounts.size());
                var to = accounts.get((client + n + 1) % accounts.size());
                long sent = System.nanoTime();
                int status = http.transfer(from, to, "%s-%d-%d".formatted(run, client, n));
                millis.add((System.nanoTime() - sent) / 1e6);
                if (status != CREATED) {
                    throw Failure.doesNotHold("a transfer was answered %d".formatted(status));
                }
            }
        }
        return millis;
    }
}
