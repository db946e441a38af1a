package city.adapter.llm.stub;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/// What a stub does with one call.
public sealed interface Deed {
    /// Answers with a text and says how many tokens that took.
    record Answer(String text, int inputTokens, int outputTokens) implements Deed {}

    /// Will not answer.
    record Refuse(String text) implements Deed {}

    /// Answers, and says that the text was cut off.
    record CutOff(String text) implements Deed {}

    /// Any status, headers and body.
    record Raw(int status, Map<String, String> headers, String body) implements Deed {}

    /// Answers what was asked.
    record Reply(Function<Call, String> body) implements Deed {}

    /// Says nothing until the caller goes.
    record Hang() implements Deed {}

    /// Sends the head and the beginning of an answer, and then nothing until the caller goes.
    record HangInBody() implements Deed {}

    /// Sends the head and the beginning of an answer, and closes the connection.
    record Break() implements Deed {}

    /// Does the other thing after a while.
    record Late(Duration by, Deed deed) implements Deed {}

    /// Does what the call gives cause for, as a scripted model.
    record Think(Function<Call, Deed> how) implements Deed {}

    static Deed answer(String text) {
        return new Answer(text, 50, 5);
    }

    static Deed status(int status) {
        return new Raw(status, Map.of(), "{\"error\":{\"message\":\"as the test wants it\"}}");
    }
}
