package city.app.bench.load;

import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import city.app.bench.child.ChildCity;
import city.app.bench.child.ChildDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Transfers that clients order over HTTP, each durable when it is answered, in turns with `pgbench` on the same
/// server. The clock stands while they take turns, so that both have the machine for themselves; it runs for the
/// one client whose wait is measured.
public record HttpTransferBenchmark(int clients) implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 10;

    /// A cold city spends four times as much of the processors on a transfer.
    private static final int WARM_UP_SECONDS = 30;

    private static final int ALONE_SECONDS = 4;
    private static final int RESIDENTS = 200;
    private static final int PEERS = 16;

    /// 1.6 million accounts, a branch for each client.
    private static final int SCALE = 16;

    private static final String ACCOUNTS = """
            SELECT id::text FROM economy.accounts WHERE kind = 3 ORDER BY row
            """;

    @Override
    public String name() {
        return "transfers-http-" + clients;
    }

    @Override
    public String about() {
        return "transfers acknowledged over HTTP by %d clients and by one, in turns with pgbench (TPC-B, %d clients)"
                .formatted(clients, PEERS);
    }

    @Override
    public List<Figures> run() throws Exception {
        try (var folder = new TemporaryFolder();
                var city = ChildCity.start(
                        folder.path(), "--scenario", "town", "--residents", "" + RESIDENTS, "--seed", "7")) {
            var http = city.awaitDoors();
            var server = ChildDatabase.of(folder.path());
            var peer = Pgbench.find(folder.path(), server);
            if (peer.isPresent()) {
                peer.get().fill(SCALE);
            }
            return measure(city, new TransferCrowd(http.port(), accounts(server)), peer);
        }
    }

    private List<Figures> measure(ChildCity city, TransferCrowd crowd, Optional<Pgbench> peer) throws Exception {
        var http = city.awaitDoors();
        var rates = new double[ROUNDS];
        var micros = new double[ROUNDS];
        var peers = new double[ROUNDS];
        var waits = new ArrayList<Double>();
        var alone = new ArrayList<Double>();
        http.post("/world/clock/pause", "");
        crowd.send(clients, WARM_UP_SECONDS, "warm");
        for (int round = 0; round < ROUNDS; round++) {
            double before = city.processorSeconds();
            var sent = crowd.send(clients, SECONDS, "many" + round);
            micros[round] =
                    (city.processorSeconds() - before) * 1e6 / sent.millis().size();
            rates[round] = sent.perSecond();
            waits.addAll(sent.millis());
            peers[round] = peer.isPresent() ? peer.get().run(PEERS, SECONDS) : Double.NaN;
            http.post("/world/clock/resume", "");
            alone.addAll(crowd.send(1, ALONE_SECONDS, "one" + round).millis());
            http.post("/world/clock/pause", "");
        }
        return figures(rates, micros, peers, waits, alone, peer);
    }

    private List<Figures> figures(
            double[] rates,
            double[] micros,
            double[] peers,
            List<Double> waits,
            List<Double> alone,
            Optional<Pgbench> peer) {
        var params = Map.<String, Object>of(
                "clients", clients, "residents", RESIDENTS, "pgbench", peer.isPresent() ? PEERS : "not found");
        var figures = new ArrayList<>(List.of(
                Figures.of(name() + ".rate", "1/s", rates, params),
                Figures.of(name() + ".latency", "ms", array(waits), params),
                Figures.of(name() + ".cpu", "us", micros, params),
                Figures.of("transfers-http-1.latency", "ms", array(alone), params)));
        if (peer.isPresent()) {
            var times = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                times[round] = rates[round] / peers[round];
            }
            figures.add(Figures.of("pgbench.rate", "1/s", peers, params));
            figures.add(Figures.of(name() + ".by-pgbench", "times", times, params));
        }
        return figures;
    }

    private static List<String> accounts(ChildDatabase server) throws SQLException {
        try (var connection = server.connect("city");
                var statement = connection.prepareStatement(ACCOUNTS);
                var rows = statement.executeQuery()) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private static double[] array(List<Double> samples) {
        return samples.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
