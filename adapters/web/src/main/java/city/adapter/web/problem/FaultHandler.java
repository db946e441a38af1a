package city.adapter.web.problem;

import city.world.kernel.access.Kernel;
import city.world.kernel.access.Vitals;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers whatever nobody else handles, with nothing in it but a number to look up in the log. While the city's record
/// is out of reach, that is the reason, whatever came of it: the caller is told to come again.
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Kernel kernel;
    private final RefusedHandler refusals;

    FaultHandler(Kernel kernel, RefusedHandler refusals) {
        this.kernel = kernel;
        this.refusals = refusals;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
        if (kernel.vitals().state() == Vitals.State.WAITING_FOR_RECORD) {
            LOG.warn(
                    "{} {} needs the record, which is away: {}",
                    request.getMethodName(),
                    request.getPath(),
                    fault.toString());
            return refusals.handle(
                    request,
                    Refused.later(
                            ProblemType.UNAVAILABLE,
                            "the city waits for its database; what it is now can be read, but not its past",
                            LATER));
        }
        return HttpResponse.serverError(ProblemAnswers.internal(request, fault))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
