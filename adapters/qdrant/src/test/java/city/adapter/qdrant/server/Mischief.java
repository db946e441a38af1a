package city.adapter.qdrant.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What the server does to calls before it answers them, and what it saw of them.
public final class Mischief implements ServerInterceptor {
    private static final Metadata.Key<String> API_KEY = Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Optional<Status> failure = Optional.empty();
    private volatile Optional<String> demandedKey = Optional.empty();

    /// Takes each call and says nothing.
    public void hang() {
        hangAfter(0);
    }

    /// Answers so many calls more, and then takes each and says nothing.
    public void hangAfter(int answers) {
        answersLeft.set(answers);
    }

    public void delay(Duration each) {
        delay = each;
    }

    public void fail(Status status) {
        failure = Optional.of(status);
    }

    public void demandKey(String key) {
        demandedKey = Optional.of(key);
    }

    public void behave() {
        answersLeft.set(Integer.MAX_VALUE);
        delay = Duration.ZERO;
        failure = Optional.empty();
    }

    /// Of each call the method's name, such as `Upsert`.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        calls.add(call.getMethodDescriptor().getBareMethodName());
        var refused = demandedKey
                .filter(it -> !it.equals(headers.get(API_KEY)))
                .map(_ -> Status.UNAUTHENTICATED.withDescription("Invalid API key or JWT: " + headers.get(API_KEY)))
                .or(() -> failure);
        if (refused.isPresent()) {
            call.close(refused.get(), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        if (answersLeft.getAndUpdate(it -> Math.max(0, it - 1)) == 0) {
            return new ServerCall.Listener<>() {};
        }
        sleep(delay);
        return next.startCall(call, headers);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
