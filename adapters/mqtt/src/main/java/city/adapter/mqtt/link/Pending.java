package city.adapter.mqtt.link;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A message on its way. Not a record: two publishes of one message are two.
final class Pending {
    private final Message message;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    Pending(Message message) {
        this.message = message;
    }

    Message message() {
        return message;
    }

    CompletableFuture<@Nullable Void> done() {
        return done;
    }
}
