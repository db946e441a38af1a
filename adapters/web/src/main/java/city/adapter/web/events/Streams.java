package city.adapter.web.events;

import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.Kernel;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;

/// The open streams. Each has a virtual thread that reads the log only as fast as its client takes: what the client has
/// not asked for stays in the log.
@Singleton
public final class Streams implements AutoCloseable {
    /// A stream costs a connection and some kilobytes; a thousand would be a mistake or an attack.
    private static final int MAX_OPEN = 256;

    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final Kernel kernel;
    private final Log log;
    private final JsonMapper mapper;
    private final Semaphore free = new Semaphore(MAX_OPEN);
    private volatile boolean closed;

    Streams(Kernel kernel, Log log, JsonMapper mapper) {
        this.kernel = kernel;
        this.log = log;
        this.mapper = mapper;
    }

    Publisher<Frame> open(long after, Filter filter) {
        if (closed) {
            throw Refused.later(ProblemType.UNAVAILABLE, "the server is stopping", LATER);
        }
        if (free.availablePermits() == 0) {
            throw Refused.later(
                    ProblemType.TOO_MANY_STREAMS, "at most %d streams may be open".formatted(MAX_OPEN), LATER);
        }
        return Flux.create(sink -> begin(sink, new Tail(kernel.events(), filter, after)), OverflowStrategy.ERROR);
    }

    /// Ends every stream in order, so that clients see an end and not a broken connection; whoever does not read is cut
    /// off.
    @Override
    public void close() {
        closed = true;
        try {
            if (!free.tryAcquire(MAX_OPEN, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("some streams were still open when the server stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(FluxSink<Frame> sink, Tail tail) {
        if (!free.tryAcquire()) {
            sink.complete();
            return;
        }
        var wish = new Semaphore(0);
        sink.onRequest(_ -> wish.release());
        sink.onDispose(wish::release);
        Thread.ofVirtual().name("stream").start(() -> run(sink, tail, wish));
    }

    private void run(FluxSink<Frame> sink, Tail tail, Semaphore wish) {
        try {
            send(sink, Frame.HELLO, wish);
            while (!closed && !sink.isCancelled()) {
                var event = tail.poll();
                if (event.isPresent()) {
                    var view = log.show(event.get());
                    send(sink, Frame.event(view.seq(), mapper.writeValueAsString(view)), wish);
                } else if (tail.isSilent()) {
                    send(sink, Frame.beat(tail.position()), wish);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("a stream ended early, its client will come again: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sink.complete();
            free.release();
        }
    }

    /// Waits until the client wants something, or is gone.
    private void send(FluxSink<Frame> sink, Frame frame, Semaphore wish) throws InterruptedException {
        while (sink.requestedFromDownstream() == 0 && !sink.isCancelled() && !closed) {
            wish.tryAcquire(1, TimeUnit.SECONDS);
        }
        if (sink.requestedFromDownstream() > 0 && !sink.isCancelled()) {
            sink.next(frame);
        }
    }
}
