package city.adapter.web.live;

import city.adapter.web.map.Viewport;
import city.adapter.web.problem.Refused;
import city.world.kernel.Genesis;
import io.micronaut.websocket.WebSocketSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Somebody who watches the city. Events wait in the log, and of the map and the clock only the newest is ever made.
final class WatchLine extends Line {
    private static final int PROTOCOL = 1;

    private static final int MOST_SUBSCRIPTIONS = 16;

    private final Services services;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private Optional<Viewport> view = Optional.empty();
    private long frameNanos;
    private long nextFrame = System.nanoTime();
    private byte @Nullable [] lastFrame;
    private @Nullable String lastPulse;

    WatchLine(Services services, WebSocketSession session) {
        super(services.mapper(), session);
        this.services = services;
    }

    @Override
    void begin() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        send(hello());
    }

    @Override
    boolean speak() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return beat() | tell() | draw();
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

    /// What makes no sense is said, and the socket stays.
    @Override
    void hear(String text) throws IOException, InterruptedException, ExecutionException, TimeoutException {
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
        take(pulse);
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
}
