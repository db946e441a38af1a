package city.adapter.web.input;

import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.world.kernel.Command;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.SubmissionFailed;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Hands commands to the city and waits for the commit. Blocks, so for virtual threads only.
@Singleton
public final class Orders {
    public static final String KEY_HEADER = "Idempotency-Key";

    /// Far above any commit; a record that is out of reach for longer is told to the caller.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Kernel kernel;

    Orders(Kernel kernel) {
        this.kernel = kernel;
    }

    /// @return the city's answer, refusals included
    /// @throws Refused when the city gave none
    public <R> R submit(HttpRequest<?> request, Command<R> command) {
        return receipt(request, command).answer();
    }

    /// Like {@link #submit}, with the tick in which it was done.
    public <R> Receipt<R> receipt(HttpRequest<?> request, Command<R> command) {
        var receipt = await(Submission.byOperator(command, key(request)));
        Moment.changed(request, receipt);
        return receipt;
    }

    /// For callers that do not come by HTTP.
    ///
    /// @throws Refused when the city gave no answer
    public <R> Receipt<R> receipt(Submission<R> submission) {
        return await(submission);
    }

    private static Optional<String> key(HttpRequest<?> request) {
        var key = Optional.ofNullable(request.getHeaders().get(KEY_HEADER));
        boolean fits = key.filter(it -> it.isBlank() || it.length() > Submission.MAX_KEY_LENGTH)
                .isEmpty();
        if (!fits) {
            throw Refused.parameter(KEY_HEADER, "must have 1 to %d characters".formatted(Submission.MAX_KEY_LENGTH));
        }
        return key;
    }

    private <R> Receipt<R> await(Submission<R> submission) {
        try {
            return kernel.submit(submission).toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SubmissionFailed failed ? refusal(failed.kind()) : new CityFault(e);
        } catch (TimeoutException e) {
            throw Refused.later(
                    ProblemType.UNAVAILABLE,
                    "the city has not answered yet, and may still do it: ask again under the same Idempotency-Key",
                    LATER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.later(ProblemType.UNAVAILABLE, "the city is stopping", LATER);
        }
    }

    private static Refused refusal(SubmissionFailed.Kind kind) {
        return switch (kind) {
            case BUSY -> Refused.later(ProblemType.UNAVAILABLE, "too many commands wait; come again", SOON);
            case CLOSED -> Refused.later(ProblemType.UNAVAILABLE, "the city is not running", LATER);
            case DISCARDED ->
                Refused.later(ProblemType.UNAVAILABLE, "the city took it back with others; come again", SOON);
            case QUARANTINED ->
                Refused.because(ProblemType.QUARANTINED, "the same command failed before; it is not tried again");
            case KEY_REUSED ->
                Refused.field(ProblemType.KEY_REUSED, KEY_HEADER, "was used with another request; take a fresh one");
        };
    }

    /// The city failed in a way that it does not name.
    private static final class CityFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CityFault(Throwable cause) {
            super(cause);
        }
    }
}
