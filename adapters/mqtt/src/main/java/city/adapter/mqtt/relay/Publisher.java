package city.adapter.mqtt.relay;

import city.adapter.mqtt.link.Message;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Sends in the order of the calls, without blocking; the future ends when the broker has acknowledged the
/// message, or with [city.adapter.mqtt.link.NotDelivered].
@FunctionalInterface
public interface Publisher {
    CompletableFuture<@Nullable Void> publish(Message message);
}
