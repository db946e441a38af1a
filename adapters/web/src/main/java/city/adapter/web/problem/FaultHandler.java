package city.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers whatever nobody else handles, with nothing in it but a number to look up in the log.
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    @Override
    public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
        return HttpResponse.serverError(ProblemAnswers.internal(request, fault))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
