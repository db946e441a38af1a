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

    /// Sends the body of an answer in so many pieces of about the same length (HTTP's chunked transfer encoding), with
    /// a pause before each. Pieces end anywhere, also within a letter.
    record Trickle(Answer answer, int pieces, Duration pause) implements Deed {}

    /// Sends the first piece of such an answer, and closes the connection.
    record BreakInTrickle() implements Deed {}

    /// Sends a byte after each pause until the caller goes: of a head that has no end, or of the body of an answer.
    record EndlessTrickle(Part part, Duration pause) implements Deed {
        public enum Part {
            HEAD,
            BODY
        }
    }

    /// Answers as if a stream had been asked for: the text in so many events, then the one that says that it is over.
    record EventStream(Answer answer, int pieces) implements Deed {}

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
