package city.adapter.web.problem;

import java.util.Locale;

/// The problems that the API answers with. Their paths are stable: programs tell problems apart by them.
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_PARAMETER(400, "A parameter is not valid"),
    TOKEN_NEEDED(401, "A token of the resident is needed"),
    CROSS_SITE(403, "Requests from other sites are refused"),
    TOKEN_OF_ANOTHER(403, "The token is another resident's"),
    NOT_FOUND(404, "There is nothing under this address"),
    METHOD_NOT_ALLOWED(405, "The address does not know this method"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in the wanted form"),
    INSUFFICIENT_FUNDS(409, "The sender has too little money"),
    NOT_TRANSFERABLE(409, "The account takes part in no ordered transfer"),
    ACTION_REFUSED(409, "The rules do not allow the action now or here"),
    HAS_DEPARTED(409, "The resident has left the city"),
    NOT_EXTERNAL(409, "Nobody else's program speaks for the resident"),
    MEMORY_OFF(409, "The city runs without memory"),
    BELOW_HORIZON(410, "The log no longer has all of that"),
    TICK_NOT_KEPT(410, "The city of that tick cannot be shown any more"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
    MISDIRECTED(421, "The server does not answer for this host"),
    INVALID_BODY(422, "The body breaks a rule"),
    KEY_REUSED(422, "The idempotency key was used with another request"),
    QUARANTINED(422, "The command broke a rule of the city and is not tried again"),
    TOO_MANY_STREAMS(503, "Too many event streams are open"),
    UNAVAILABLE(503, "The city cannot take the request now"),
    INTERNAL(500, "Something went wrong inside");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String path() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
