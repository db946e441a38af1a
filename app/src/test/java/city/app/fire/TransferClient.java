package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.fire.Caller.Said;
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

/// One of many who order transfers until they are sent home. It asks again under the same key until it has an answer;
/// every tenth client loses heart when a connection breaks under its hands, and never learns what became of its order.
final class TransferClient implements Callable<TransferClient> {
    static final String PATH = "/economy/transactions";
    static final String KEY_PREFIX = "order-";

    /// Two hundred clients at this pace are about what two cores answer.
    private static final int LONGEST_PAUSE_MILLIS = 800;

    private static final Duration BEFORE_RETRY = Duration.ofMillis(100);
    private static final int UNAVAILABLE = 503;

    private final int number;
    private final Crowd crowd;
    private final Random random;
    private final List<Order> orders = new ArrayList<>();

    TransferClient(int number, Crowd crowd, Random random) {
        this.number = number;
        this.crowd = crowd;
        this.random = random;
    }

    /// @param tries  how often it was sent until it was answered
    /// @param answer empty when the client never heard of it
    record Order(String key, String body, int tries, Optional<Said> answer) {}

    List<Order> orders() {
        return orders;
    }

    @Override
    public TransferClient call() {
        while (!crowd.isOver()) {
            var key = "%s%d-%d".formatted(KEY_PREFIX, number, orders.size());
            var order = send(key, body(key));
            orders.add(order);
            if (order.answer().isPresent() && random.nextInt(4) == 0) {
                sendAgain(order);
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

    /// A client that forgot that it was answered.
    private void sendAgain(Order order) {
        try {
            var said = crowd.caller().post(PATH, order.body(), order.key());
            if (said.status() != UNAVAILABLE) {
                assertThat(said).as(order.key()).isEqualTo(order.answer().orElseThrow());
            }
        } catch (IOException e) {
            // It has its answer; all answers are asked for again in the end.
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
