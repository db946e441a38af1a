package city.adapter.web.live;

import city.adapter.web.map.Viewport;
import city.adapter.web.problem.Refused;
import city.world.kernel.Genesis;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.exceptions.WebSocketSessionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket, on a virtual thread of its own. It holds one message at most that the client has not taken: events wait
/// in the log, and of the map and the clock only the newest is ever made. So a client that does not read delays nobody.
final class Line {
    private static final int PROTOCOL = 1;

    private static final int MOST_SUBSCRIPTIONS = 16;

    /// How long something new may go unnoticed.
    private static final Duration GLANCE = Duration.ofMillis(30);

    /// A client that takes nothing for so long is gone.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Below the silence after which the server and proxies believe a connection dead.
    private static final Duration PING = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final Services services;
    private final WebSocketSession session;
    private final Inbox inbox = new Inbox();
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private Optional<Viewport> view = Optional.empty();
    private long frameNanos;
    private long nextFrame = System.nanoTime();
    private long nextPing = System.nanoTime() + PING.toNanos();
    private byte @Nullable [] lastFrame;
    private @Nullable String lastPulse;
    private volatile boolean ended;

    Line(Services services, WebSocketSession session) {
        this.services = services;
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
            send(hello());
            while (!ended && session.isOpen()) {
                boolean busy = hear() | beat() | tell() | draw();
                if (!busy) {
                    rest();
                }
            }
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

    private Told.Hello hello() {
        var kernel = services.kernel();
        var genesis = kernel.genesis();
        return new Told.Hello(
                "hello",
                PROTOCOL,
                genesis.name(),
                identityOf(genesis),
                kernel.generation(),
                kernel.events().lastSequence(),
                Subscription.horizon(kernel.events()),
                genesis.epoch(),
                genesis.clock().stepMinutes(),
                services.agents().activities(kernel.snapshot()).words());
    }

    /// Two cities of one scenario and seed differ at least in how many they were founded with.
    private static UUID identityOf(Genesis genesis) {
        var founded = "%s %d %s %s %d"
                .formatted(
                        genesis.name(),
                        genesis.seed(),
                        genesis.epoch(),
                        genesis.step(),
                        genesis.founding().size());
        return UUID.nameUUIDFromBytes(founded.getBytes(StandardCharsets.UTF_8));
    }

    private boolean hear() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var text = inbox.poll();
        if (text == null) {
            return false;
        }
        hear(text);
        return true;
    }

    private void hear(String text) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try {
            answer(Asked.read(services.mapper(), text));
        } catch (Refused e) {
            send(new Told.Wrong("error", e.problem()));
        }
    }

    private void answer(Asked asked) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        switch (asked) {
            case Asked.Subscribe it -> subscribe(it);
            case Asked.Unsubscribe(var id) -> {
                subscriptions.remove(id);
                send(new Told.Unsubscribed("unsubscribed", id));
            }
            case Asked.Look(var wanted, var perSecond) -> {
                view = wanted;
                frameNanos = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
                // Whoever moves the map all the time gets no more frames than who keeps still.
                nextFrame = Math.min(nextFrame, System.nanoTime() + frameNanos);
                lastFrame = null;
            }
            case Asked.Name(var ids, var slots) ->
                send(new Told.Names("names", services.names().of(ids, slots)));
        }
    }

    private void subscribe(Asked.Subscribe asked)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var feed = services.kernel().events();
        long last = feed.lastSequence();
        long after = asked.after().orElse(last);
        if (after > last) {
            throw Refused.parameter("after", "must be at most the log's last sequence %d: %d".formatted(last, after));
        }
        if (subscriptions.size() == MOST_SUBSCRIPTIONS && !subscriptions.containsKey(asked.id())) {
            throw Refused.parameter("id", "must be one of the %d that there are".formatted(MOST_SUBSCRIPTIONS));
        }
        var subscription = new Subscription(asked.id(), asked.wish(), feed, services.log(), after);
        if (subscription.isLost()) {
            subscriptions.remove(asked.id());
            send(subscription.end("below-horizon"));
            return;
        }
        subscriptions.put(asked.id(), subscription);
        send(new Told.Subscribed("subscribed", asked.id(), after));
    }

    /// The clock, when it changed.
    private boolean beat() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var pulse = services.pulse().newest();
        if (pulse.equals(lastPulse)) {
            return false;
        }
        lastPulse = pulse;
        sendText(pulse);
        return true;
    }

    /// Whoever looks through much for little must not rest in between: the log would run away from it.
    private boolean tell() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        boolean busy = false;
        for (var subscription : List.copyOf(subscriptions.values())) {
            if (subscription.isLost()) {
                subscriptions.remove(subscription.id());
                send(subscription.end("too-slow"));
                busy = true;
                continue;
            }
            long before = subscription.position();
            var events = subscription.poll();
            if (events.isPresent()) {
                send(events.get());
            }
            busy |= subscription.position() > before;
        }
        return busy;
    }

    /// The newest frame, when it is time and anything changed.
    private boolean draw() throws InterruptedException, ExecutionException, TimeoutException {
        if (view.isEmpty() || System.nanoTime() - nextFrame < 0) {
            return false;
        }
        var frame = services.map().newest(view.get());
        if (frame == lastFrame) {
            return false;
        }
        lastFrame = frame;
        nextFrame = System.nanoTime() + frameNanos;
        take(frame);
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

    private void send(Object message) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        sendText(services.mapper().writeValueAsString(message));
    }

    private void sendText(String text) throws InterruptedException, ExecutionException, TimeoutException {
        take(text);
    }

    /// Waits until the system has taken it, which it does only while the client reads.
    private void take(Object message) throws InterruptedException, ExecutionException, TimeoutException {
        session.sendAsync(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
