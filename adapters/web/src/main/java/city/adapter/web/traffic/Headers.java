package city.adapter.web.traffic;

import city.world.kernel.access.Kernel;
import city.world.kernel.access.Past;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Takes the moment of a request, and puts on every answer what it must carry: the moment's sequence, and what keeps a
/// browser from doing harm with it. There is no word for other origins, so none may read anything.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Headers implements Ordered {
    /// Swagger UI's arrows are `data:` images; everything else comes from here.
    static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private final Kernel kernel;
    private final Past past;

    Headers(Kernel kernel, Past past) {
        this.kernel = kernel;
        this.past = past;
    }

    /// First in, last out.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        Moment.begin(request, kernel.snapshot());
        Earlier.note(request, past);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Moment.tell(request, response, kernel.snapshot().sequence());
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("X-Frame-Options", "DENY");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        if (!response.getHeaders().contains("Cache-Control")) {
            response.header("Cache-Control", "no-cache");
        }
    }
}
