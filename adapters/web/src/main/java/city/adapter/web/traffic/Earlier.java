package city.adapter.web.traffic;

import city.adapter.web.docs.AtTick;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.world.kernel.access.Past;
import city.world.kernel.state.Snapshot;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.time.Duration;
import java.util.Optional;

/// An earlier moment, for which a request asks by `?tick=T`.
record Earlier(Past past, String tick) {
    private static final String ATTRIBUTE = "city.earlier";
    private static final String API = "/api/";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    /// Without looking for it yet.
    ///
    /// @throws Refused where the call knows the present only
    static void note(HttpRequest<?> request, Past past) {
        if (request.getUri().getRawQuery() == null || !request.getPath().startsWith(API)) {
            return;
        }
        var tick = request.getParameters().get(AtTick.PARAMETER);
        var route = RouteAttributes.getRouteMatch(request);
        if (tick == null || route.isEmpty()) {
            return;
        }
        if (!route.get().getAnnotationMetadata().hasAnnotation(AtTick.class)) {
            throw Refused.parameter(AtTick.PARAMETER, "is not taken here: this call knows the present only");
        }
        request.setAttribute(ATTRIBUTE, new Earlier(past, tick));
    }

    /// Once: what it found is the request's moment from then on.
    static Optional<Earlier> askedBy(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Earlier.class).map(it -> {
            request.removeAttribute(ATTRIBUTE, Earlier.class);
            return it;
        });
    }

    /// @param now for the present tick, whose commands are still coming
    Snapshot than(Snapshot now) {
        long wanted = parse(now.tick());
        if (wanted == now.tick()) {
            return now;
        }
        try {
            return past.at(wanted);
        } catch (Past.NotKept e) {
            throw Refused.because(ProblemType.TICK_NOT_KEPT, String.valueOf(e.getMessage()));
        } catch (Past.Busy e) {
            throw Refused.later(ProblemType.UNAVAILABLE, "others look at earlier ticks; ask again", RETRY_AFTER);
        }
    }

    private long parse(long last) {
        try {
            long wanted = Long.parseLong(tick);
            if (wanted >= 0 && wanted <= last) {
                return wanted;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw Refused.parameter(
                AtTick.PARAMETER, "must be a whole number from 0 to %d, the present tick".formatted(last));
    }
}
