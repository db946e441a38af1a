package city.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;

/// Answers what a controller refused.
@Singleton
final class RefusedHandler implements ExceptionHandler<Refused, HttpResponse<?>> {
    private final ProblemAnswers answers;

    RefusedHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Refused refused) {
        var context = ErrorContext.builder(request).cause(refused).build();
        return answers.processResponse(context, HttpResponse.badRequest());
    }
}
