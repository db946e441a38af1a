package city.app.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/// What the city made of an answer.
///
/// @param question of the answer; empty when it named none
/// @param status   as HTTP says it
/// @param refusal  why the rules refused it, such as `too_late`; empty when they did not
/// @param detail   for people, in one line
record Outcome(OptionalLong question, int status, String refusal, String detail) {
    /// From where no status of HTTP can say it: a socket, or MQTT.
    static Outcome of(JsonNode outcome) {
        return of(Words.number(outcome.path("question")), outcome.path("status").asInt(), outcome.path("problem"));
    }

    /// @param problem as of RFC 9457; missing when there is none
    static Outcome of(OptionalLong question, int status, JsonNode problem) {
        return new Outcome(
                question, status, problem.path("refusal").asText(""), Words.onOneLine(Words.detail(problem)));
    }
}
