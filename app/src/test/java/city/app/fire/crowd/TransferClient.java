package city.app.fire.crowd;

import city.app.fire.process.Caller;
import city.app.fire.process.Caller.Said;
import city.app.fire.process.Run;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// One of many who order transfers until they are sent home. It asks again under the same key until it has an answer;
/// every tenth client loses heart when a connection breaks under its hands, and never learns what became of its
/// order. Now and then it sends an order twice at once, or another one under a key that is used; what is wrong with
/// the answers it remembers.
public final class TransferClient implements Callable<TransferClient> {
    public static final String PATH = "/economy/transactions";
    public static final String KEY_PREFIX = "order-";

    /// Two hundred clients at this pace are about what two cores answer.
    private static final int LONGEST_PAUSE_MILLIS = 800;

    private static final Duration BEFORE_RETRY = Duration.ofMillis(100);
    private static final int UNAVAILABLE = 503;
    private static final int KEY_REUSED = 422;

    private final int number;
    private final Crowd crowd;
    private final Random random;
    private final List<Order> orders = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();

    public TransferClient(int number, Crowd crowd, Random random) {
        this.number = number;
        this.crowd = crowd;
        this.random = random;
    }

    public List<Order> orders() {
        return orders;
    }

    /// What the city answered and must not.
    public List<String> breaches() {
        return breaches;
    }

    @Override
    public TransferClient call() {
        while (!crowd.isOver()) {
            var key = "%s%d-%d".formatted(KEY_PREFIX, number, orders.size());
            var order = random.nextInt(8) == 0 ? sendTwice(key, body(key)) : send(key, body(key));
            orders.add(order);
            if (order.answer().isPresent() && random.nextInt(4) == 0) {
                sendAgain(order);
            }
            if (order.answer().isPresent() && random.nextInt(8) == 0) {
                sendAnother(order);
            }
            Run.rest(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
        }
        return this;
    }

    private Order send(String key, String body) {
        boolean faint = number % 10 == 0;
        for (int tries = 1; ; tries++) {
            try {
                var said = crowd.caller().post(PATH, body, key);
                if (said.status() != UNAVAILABLE) {
                    crowd.answered();
                    return new Order(key, body, tries, Optional.of(said));
                }
            } catch (IOException e) {
                if (faint && !(e instanceof ConnectException)) {
                    return new Order(key, body, tries, Optional.empty());
                }
            }
            Run.rest(BEFORE_RETRY);
        }
    }

    /// Two that do not know of each other send the same at once.
    private Order sendTwice(String key, String body) {
        var other = CompletableFuture.supplyAsync(() -> ask(key, body), Thread::startVirtualThread);
        var order = send(key, body);
        expect(other.join(), order.answer(), key);
        return order;
    }

    /// A client that forgot that it was answered.
    private void sendAgain(Order order) {
        expect(ask(order.key(), order.body()), order.answer(), order.key());
    }

    /// A client that uses a key twice.
    private void sendAnother(Order order) {
        ask(order.key(), body("another " + order.key()))
                .filter(it -> it.status() != KEY_REUSED)
                .ifPresent(it ->
                        breaches.add("answers: another order under the key %s got %s".formatted(order.key(), it)));
    }

    private void expect(Optional<Said> said, Optional<Said> first, String key) {
        if (said.isPresent() && first.isPresent() && !said.equals(first)) {
            breaches.add("answers: %s was answered %s and then %s".formatted(key, first.get(), said.get()));
        }
    }

    /// Once; empty when there was no answer.
    private Optional<Said> ask(String key, String body) {
        try {
            return Optional.of(crowd.caller().post(PATH, body, key)).filter(it -> it.status() != UNAVAILABLE);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Most can be done; of ten, one asks for more money than there is and one for an account that is nowhere.
    private String body(String key) {
        int from = random.nextInt(crowd.accounts().size());
        int to = (from + 1 + random.nextInt(crowd.accounts().size() - 1))
                % crowd.accounts().size();
        int kind = random.nextInt(10);
        return Caller.json(Map.of(
                "sender_id",
                crowd.accounts().get(from),
                "receiver_id",
                kind == 0
                        ? new UUID(random.nextLong(), random.nextLong()).toString()
                        : crowd.accounts().get(to),
                "amount",
                kind == 1 ? "1000000.00" : "0.%02d".formatted(1 + random.nextInt(99)),
                "memo",
                key));
    }
}
