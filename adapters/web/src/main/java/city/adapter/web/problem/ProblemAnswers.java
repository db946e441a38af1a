package city.adapter.web.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every error the form of a problem. Of the framework's own messages nothing gets out: they name classes.
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ProblemAnswers implements ErrorResponseProcessor<Problem> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    /// Of a wrong value no more than this is repeated in an answer.
    private static final int MAX_ECHO = 100;

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var cause = context.getRootCause().orElse(null);
        var problem =
                switch (cause) {
                    case Refused it -> it.problem();
                    case UnsatisfiedRouteException it -> missing(it.getArgument());
                    case ConversionErrorException it -> unfit(it);
                    case null, default -> byStatus(context.getRequest(), response.code());
                };
        if (cause instanceof Refused refused && refused.retryAfter() instanceof Duration wait) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.status(problem.status(), null)
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(problem);
    }

    /// Logs what the server did wrong, and gives the caller the number of the log's line.
    static Problem internal(HttpRequest<?> request, Throwable cause) {
        var id = UUID.randomUUID().toString();
        LOG.error("{} {} failed, error {}", request.getMethodName(), request.getPath(), id, cause);
        return Problem.of(ProblemType.INTERNAL, "the server's log has more under this error id")
                .withErrorId(id);
    }

    private static Problem missing(Argument<?> argument) {
        return Problem.ofField(ProblemType.INVALID_PARAMETER, nameOf(argument), "must be given");
    }

    private static Problem unfit(ConversionErrorException error) {
        var value = error.getConversionError().getOriginalValue().map(Object::toString);
        var wanted = wanted(error.getArgument().getType());
        var message =
                value.map(it -> "must be %s: \"%s\"".formatted(wanted, cut(it))).orElse("must be " + wanted);
        return Problem.ofField(ProblemType.INVALID_PARAMETER, nameOf(error.getArgument()), message);
    }

    private static String wanted(Class<?> type) {
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "readable";
    }

    /// The name in the address, which the binding annotation gives.
    private static String nameOf(Argument<?> argument) {
        return argument.getAnnotationMetadata()
                .stringValue("io.micronaut.core.bind.annotation.Bindable")
                .orElse(argument.getName());
    }

    private static String cut(String value) {
        return value.length() <= MAX_ECHO ? value : value.substring(0, MAX_ECHO) + "…";
    }

    private static Problem byStatus(HttpRequest<?> request, int status) {
        var path = cut(request.getPath());
        return switch (status) {
            case 403 -> Problem.of(ProblemType.CROSS_SITE, "the request is not allowed");
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "there is nothing at " + path);
            case 405 ->
                Problem.of(
                        ProblemType.METHOD_NOT_ALLOWED, "%s does not know %s".formatted(path, request.getMethodName()));
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "%s answers with another media type".formatted(path));
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "the body must have at most 1 MiB");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json");
            default ->
                status >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                        ? Problem.of(ProblemType.INTERNAL, "the request failed")
                        : Problem.of(ProblemType.MALFORMED_REQUEST, "the request cannot be read");
        };
    }
}
