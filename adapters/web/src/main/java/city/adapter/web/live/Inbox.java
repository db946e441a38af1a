package city.adapter.web.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The messages of one client that wait to be read. Its parts come on one thread, that of its connection, and whole
/// messages leave on another.
final class Inbox {
    /// A page sends a handful a second.
    private static final int MOST_MESSAGES = 64;

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final BlockingQueue<String> messages = new ArrayBlockingQueue<>(MOST_MESSAGES);

    enum Offer {
        TAKEN,
        TOO_LONG,
        TOO_MANY
    }

    /// A message may come in parts, which are counted as they come: one that never ends must not grow.
    ///
    /// @param last whether the message ends with this part
    Offer offer(byte[] part, boolean last) {
        if (parts.size() + part.length > Asked.MOST_BYTES) {
            return Offer.TOO_LONG;
        }
        parts.writeBytes(part);
        if (!last) {
            return Offer.TAKEN;
        }
        var message = parts.toString(StandardCharsets.UTF_8);
        parts.reset();
        return messages.offer(message) ? Offer.TAKEN : Offer.TOO_MANY;
    }

    @Nullable
    String poll() {
        return messages.poll();
    }

    @Nullable
    String poll(Duration atMost) throws InterruptedException {
        return messages.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
