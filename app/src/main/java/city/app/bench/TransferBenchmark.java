package city.app.bench;

import city.app.wiring.DataFolder;
import city.app.wiring.RunningCity;
import city.economy.AccountId;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.EconomyReads.AccountKind;
import city.economy.EconomyReads.AccountState;
import city.economy.Money;
import city.economy.Transfer;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Submission;
import city.world.spi.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that each wait for the acknowledgement of one keyed transfer before they send the next.
record TransferBenchmark(int clients) implements Benchmark {
    private static final int RESIDENTS = 200;
    private static final int WARM_UP_SECONDS = 5;
    private static final int MEASURED_SECONDS = 10;

    @Override
    public String name() {
        return "transfers-" + clients;
    }

    @Override
    public String about() {
        return "keyed transfers acknowledged a second by %d clients in process, durable".formatted(clients);
    }

    @Override
    public List<Figures> run() throws Exception {
        try (var folder = new TemporaryFolder();
                var data = DataFolder.take(folder.path());
                var city = RunningCity.open(
                        Towns.settings(folder.path(), RESIDENTS, OptionalLong.empty()), data, Probe.none())) {
            city.start();
            city.kernel().pace().pause();
            var accounts = city.parts().economy().accounts(city.kernel().snapshot()).stream()
                    .filter(it -> it.kind() == AccountKind.RESIDENT)
                    .map(AccountState::id)
                    .toList();
            return measure(city.kernel(), accounts);
        }
    }

    private List<Figures> measure(Kernel kernel, List<AccountId> accounts) throws Exception {
        long start = System.nanoTime();
        long from = start + WARM_UP_SECONDS * 1_000_000_000L;
        long to = from + MEASURED_SECONDS * 1_000_000_000L;
        var perSecond = new double[MEASURED_SECONDS];
        var latencies = new ArrayList<Double>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<long[]>>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(executor.submit(() -> send(kernel, accounts, number, to)));
            }
            for (var client : running) {
                for (var sent : client.get()) {
                    int second = Math.floorDiv((int) ((sent[1] - from) / 1_000_000), 1000);
                    if (second >= 0 && second < MEASURED_SECONDS) {
                        perSecond[second]++;
                        latencies.add((sent[1] - sent[0]) / 1e6);
                    }
                }
            }
        }
        var params = Map.<String, Object>of("clients", clients, "residents", RESIDENTS);
        return List.of(
                Figures.of(name() + ".rate", "1/s", perSecond, params),
                Figures.of(
                        name() + ".latency",
                        "ms",
                        latencies.stream().mapToDouble(Double::doubleValue).toArray(),
                        params));
    }

    /// @return when each was sent and acknowledged
    private static List<long[]> send(Kernel kernel, List<AccountId> accounts, int client, long until) {
        var times = new ArrayList<long[]>();
        for (int n = 0; System.nanoTime() < until; n++) {
            var from = accounts.get((client + n) % accounts.size());
            var to = accounts.get((client + n + 1) % accounts.size());
            var command = new OrderTransfer(new Transfer(from, to, new Money(1), Transfer.Kind.TRANSFER, "bench"));
            long sent = System.nanoTime();
            kernel.submit(Submission.byOperator(command, Optional.of("bench-%d-%d".formatted(client, n))))
                    .toCompletableFuture()
                    .join();
            times.add(new long[] {sent, System.nanoTime()});
        }
        return times;
    }
}
