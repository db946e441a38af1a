package city.adapter.web.live;

import city.adapter.web.problem.Refused;
import io.micronaut.json.JsonMapper;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.exceptions.WebSocketSessionException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket, on a virtual thread of its own. It holds one message at most that the client has not taken; what else
/// there is to say waits where it comes from. So a client that does not read delays nobody.
abstract class Line {
    /// How long something new may go unnoticed.
    private static final Duration GLANCE = Duration.ofMillis(30);

    /// A client that takes nothing for so long is gone.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Below the silence after which the server and proxies believe a connection dead.
    private static final Duration PING = Duration.ofSeconds(15);

    /// Of the codes that are left to applications, the one that says the same as a status of HTTP.
    private static final int FIRST_OWN_CODE = 4000;

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final JsonMapper mapper;
    private final WebSocketSession session;
    private final Inbox inbox = new Inbox();
    private long nextPing = System.nanoTime() + PING.toNanos();
    private volatile boolean ended;

    Line(JsonMapper mapper, WebSocketSession session) {
        this.mapper = mapper;
        this.session = session;
    }

    /// @param last whether the message ends with this part
    Inbox.Offer offer(byte[] part, boolean last) {
        return inbox.offer(part, last);
    }

    void end() {
        ended = true;
    }

    void run() {
        try {
            converse();
        } catch (ExecutionException | WebSocketSessionException e) {
            LOG.debug("a client left", e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("a socket ended early, its client will come again: {}", e.toString());
        } catch (TimeoutException e) {
            LOG.info("a client took nothing for {} s and is cut off", PATIENCE.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            session.close();
        }
    }

    /// Before all else.
    ///
    /// @throws Refused when the client may not stay
    abstract void begin() throws IOException, InterruptedException, ExecutionException, TimeoutException;

    /// Says what is new.
    ///
    /// @return false when there was nothing
    /// @throws Refused when the client may not stay
    abstract boolean speak() throws IOException, InterruptedException, ExecutionException, TimeoutException;

    /// Answers a message of the client.
    ///
    /// @throws Refused when the client may not stay
    abstract void hear(String text) throws IOException, InterruptedException, ExecutionException, TimeoutException;

    final void send(Object message) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        take(mapper.writeValueAsString(message));
    }

    /// Waits until the system has taken it, which it does only while the client reads.
    final void take(Object message) throws InterruptedException, ExecutionException, TimeoutException {
        session.sendAsync(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Nullable
    final String await(Duration atMost) throws InterruptedException {
        return inbox.poll(atMost);
    }

    private void converse() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try {
            begin();
            while (!ended && session.isOpen()) {
                boolean busy = hear() | speak();
                if (!busy) {
                    rest();
                }
            }
        } catch (Refused e) {
            send(new Told.Wrong("error", e.problem()));
            var problem = e.problem();
            session.close(new CloseReason(FIRST_OWN_CODE + problem.status(), problem.title()));
        }
    }

    private boolean hear() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var text = inbox.poll();
        if (text == null) {
            return false;
        }
        hear(text);
        return true;
    }

    private void rest() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        if (System.nanoTime() - nextPing > 0) {
            nextPing = System.nanoTime() + PING.toNanos();
            session.sendPingAsync(new byte[0]).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        var text = inbox.poll(GLANCE);
        if (text != null) {
            hear(text);
        }
    }
}
