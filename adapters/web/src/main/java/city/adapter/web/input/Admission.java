package city.adapter.web.input;

import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.agents.spi.Speakers;
import city.world.ResidentId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Lets those speak for a resident who may. A token that is refused is in no answer and no log.
@Singleton
public final class Admission {
    /// Of RFC 6750; the word counts in any case.
    private static final String SCHEME = "Bearer ";

    private final Speakers speakers;

    Admission(Speakers speakers) {
        this.speakers = speakers;
    }

    /// @throws Refused when the request shows no token of the resident's, and needs one
    public void require(HttpRequest<?> request, UUID resident) {
        require(tokenOf(request), resident);
    }

    /// @param token {@link Speakers#NO_TOKEN} for none
    /// @throws Refused when it is none of the resident's, and one is needed
    public void require(String token, UUID resident) {
        switch (speakers.standing(new ResidentId(resident), token)) {
            case OWNER, ANYBODY -> {}
            case UNKNOWN ->
                throw Refused.because(
                        ProblemType.TOKEN_NEEDED,
                        "whoever speaks for %s shows its token: Authorization: Bearer, and what ./city token --agent %s printed"
                                .formatted(resident, resident));
            case STRANGER ->
                throw Refused.because(
                        ProblemType.TOKEN_OF_ANOTHER, "the token is not that of the resident %s".formatted(resident));
        }
    }

    /// What the request shows; {@link Speakers#NO_TOKEN} when that is nothing.
    public static String tokenOf(HttpRequest<?> request) {
        var shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? shown.substring(SCHEME.length()).strip()
                : Speakers.NO_TOKEN;
    }
}
