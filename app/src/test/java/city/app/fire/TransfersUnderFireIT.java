package city.app.fire;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import city.app.fire.crowd.Crowd;
import city.app.fire.crowd.Order;
import city.app.fire.crowd.TransferClient;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Many transfer money at once while the city is killed under their hands. What was acknowledged is so for ever, once.
class TransfersUnderFireIT {
    private static final Logger LOG = LoggerFactory.getLogger(TransfersUnderFireIT.class);

    private static final int CLIENTS = 200;
    private static final int FEW = 3;
    private static final int MANY = 10;

    /// The city is killed so long after it answers again, at most.
    private static final int LONGEST_MILLIS = 1_500;

    private final long chance = Long.getLong("city.fire.seed", System.nanoTime());
    private final Runs runs = new Runs();

    @TempDir
    private Path folder;

    private Kept kept;
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        kept = Kept.in(folder.resolve("city"));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void endAll() {
        runs.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesThreeKills() throws Exception {
        survive(FEW);
    }

    @Test
    @Tag("long")
    void whatWasAcknowledgedSurvivesTenKills() throws Exception {
        survive(MANY);
    }

    private void survive(int kills) throws Exception {
        LOG.info("{} kills with -Dcity.fire.seed={}", kills, chance);
        var run = startCity();
        var caller = new Caller(port);
        var crowd = new Crowd(caller, caller.residents());
        List<TransferClient> clients;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, CLIENTS)
                    .mapToObj(it -> new TransferClient(it, crowd, new Random(chance + it)))
                    .map(threads::submit)
                    .toList();
            var random = new Random(chance);
            for (int i = 0; i < kills; i++) {
                crowd.awaitAnswers(CLIENTS);
                Run.rest(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
                run.kill();
                run = startCity();
            }
            crowd.awaitAnswers(CLIENTS);
            crowd.goHome();
            clients = results(working);
        }
        check(clients);
        run.terminate();
        compareRecord(run.lastLine());
    }

    private void check(List<TransferClient> clients) throws Exception {
        var orders = clients.stream().flatMap(it -> it.orders().stream()).toList();
        var acknowledged = orders.stream().filter(it -> it.answer().isPresent()).toList();
        LOG.info(
                "{} orders, {} acknowledged, {} of them sent again after a broken connection",
                orders.size(),
                acknowledged.size(),
                acknowledged.stream().filter(it -> it.tries() > 1).count());
        assertThat(acknowledged)
                .extracting(it -> it.answer().orElseThrow().status())
                .contains(201, 409, 404);
        assertThat(acknowledged).anyMatch(it -> it.tries() > 1);
        assertThat(clients.stream().flatMap(it -> it.breaches().stream())).isEmpty();
        requireSameAnswers(acknowledged);
        requireOnce(orders);
        requireZeroSum();
    }

    private void requireSameAnswers(List<Order> acknowledged) throws Exception {
        var again = new Caller(port);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = results(acknowledged.stream()
                    .map(it -> threads.submit(() -> again.post(TransferClient.PATH, it.body(), it.key())))
                    .toList());
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i))
                        .as(acknowledged.get(i).key())
                        .isEqualTo(acknowledged.get(i).answer().orElseThrow());
            }
        }
    }

    /// An order's memo is its key, so the list of transactions tells which was made how often.
    private void requireOnce(List<Order> orders) throws IOException {
        var pages = new Caller(port).pages("/economy/transactions");
        var made = pages.stream()
                .flatMap(it -> it.texts("memo").stream())
                .filter(it -> it.startsWith(TransferClient.KEY_PREFIX))
                .collect(groupingBy(it -> it, counting()));
        assertThat(made.values()).as("how often each was made").containsOnly(1L);
        var expected = orders.stream()
                .filter(it -> it.answer().filter(said -> said.status() == 201).isPresent());
        assertThat(made.keySet()).containsAll(expected.map(Order::key).toList());
        var refused = orders.stream()
                .filter(it -> it.answer().filter(said -> said.status() != 201).isPresent());
        assertThat(made.keySet())
                .doesNotContainAnyElementsOf(refused.map(Order::key).toList());
    }

    private void requireZeroSum() throws IOException {
        var sum = new Caller(port)
                .pages("/economy/accounts").stream()
                        .flatMap(it -> it.texts("balance").stream())
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private void compareRecord(String last) {
        var end = last.replaceFirst("^stopped at", "");
        assertThat(last).startsWith("stopped at tick ");
        assertThat(runs.end(kept, "verify")).isEqualTo("verified at" + end);
        assertThat(runs.end(kept, "replay")).isEqualTo("replayed to" + end);
    }

    private Run startCity() {
        var run = runs.start(
                kept, "run", "--seed", "7", "--speed", "20", "--port", String.valueOf(port), "--mqtt-port", "0");
        run.awaitRunFile();
        return run;
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var each : futures) {
            results.add(each.get());
        }
        return results;
    }
}
